"""Names of usual classes, so that a window in another language can translate what a model card calls them.

A name that is not here is shown as the card writes it.
"""

from typing import Final

from ecgdesk.core.sentence import Sentence, say

USUAL_CLASSES: Final[tuple[Sentence, ...]] = (
    say("Normal"), say("Normal ECG"), say("Abnormal"), say("Abnormal ECG"), say("Abnormal heartbeat"),
    say("Other"), say("Arrhythmia"), say("Sinus rhythm"), say("Normal sinus rhythm"),
    say("Sinus bradycardia"),
    say("Sinus tachycardia"), say("Sinus arrhythmia"), say("Atrial fibrillation"), say("Atrial flutter"),
    say("Supraventricular tachycardia"), say("Supraventricular arrhythmia"), say("Ventricular tachycardia"),
    say("Premature atrial contraction"), say("Premature ventricular contraction"), say("Paced rhythm"),
    say("Conduction disturbance"), say("First-degree AV block"), say("Second-degree AV block"),
    say("Third-degree AV block"), say("Advanced heart block"), say("Left bundle branch block"),
    say("Right bundle branch block"), say("Complete left bundle branch block"),
    say("Complete right bundle branch block"), say("Incomplete right bundle branch block"),
    say("Left anterior fascicular block"), say("Left posterior fascicular block"),
    say("Wolff-Parkinson-White syndrome"), say("Prolonged PR interval"), say("Prolonged QT interval"),
    say("Myocardial infarction"), say("History of myocardial infarction"), say("Old myocardial infarction"),
    say("Acute myocardial infarction"), say("Anterior myocardial infarction"),
    say("Inferior myocardial infarction"), say("Lateral myocardial infarction"), say("Myocardial injury"),
    say("Myocardial ischaemia"), say("Ischaemia"), say("ST/T change"), say("ST elevation"),
    say("ST depression"), say("T-wave inversion"), say("Hypertrophy"), say("Left ventricular hypertrophy"),
    say("Right ventricular hypertrophy"), say("Left axis deviation"), say("Right axis deviation"),
    say("Low QRS voltage"), say("Pathological Q waves"), say("Pericarditis"), say("COVID-19"),
)  # fmt: skip
