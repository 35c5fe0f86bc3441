<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About ecgdesk</source>
        <translation>Über ecgdesk</translation>
    </message>
    <message>
        <source>Reads scanned and photographed ECG pages on this computer. Nothing leaves it.</source>
        <translation>Liest gescannte und fotografierte EKG-Seiten auf diesem Rechner. Nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>The program is under the MIT licence. It stands on Qt (LGPL), PyTorch, OpenCV and others, each under its own licence.</source>
        <translation>Das Programm steht unter der MIT-Lizenz. Es beruht auf Qt (LGPL), PyTorch, OpenCV und anderen, jedes unter seiner eigenen Lizenz.</translation>
    </message>
    <message>
        <source>Show licences</source>
        <translation>Lizenzen zeigen</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open pages…</source>
        <translation>&amp;Seiten öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open a s&amp;ample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>Save page with heat &amp;map…</source>
        <translation>Seite mit &amp;Wärmekarte speichern…</translation>
    </message>
    <message>
        <source>Save result as &amp;JSON…</source>
        <translation>Ergebnis als &amp;JSON speichern…</translation>
    </message>
    <message>
        <source>Save si&amp;gnals…</source>
        <translation>Si&amp;gnale speichern…</translation>
    </message>
    <message>
        <source>Save &amp;table of all pages…</source>
        <translation>&amp;Tabelle aller Seiten speichern…</translation>
    </message>
    <message>
        <source>&amp;Print report…</source>
        <translation>Bericht &amp;drucken…</translation>
    </message>
    <message>
        <source>C&amp;hoose pages of this file…</source>
        <translation>Seiten dieser Datei &amp;wählen…</translation>
    </message>
    <message>
        <source>&amp;Close page</source>
        <translation>Seite s&amp;chließen</translation>
    </message>
    <message>
        <source>Close all pages</source>
        <translation>Alle Seiten schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Paste picture or files</source>
        <translation>Bild oder Dateien ein&amp;fügen</translation>
    </message>
    <message>
        <source>&amp;Copy result as text</source>
        <translation>Ergebnis als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy p&amp;icture with heat map</source>
        <translation>B&amp;ild mit Wärmekarte kopieren</translation>
    </message>
    <message>
        <source>Reset c&amp;rop</source>
        <translation>Ausschnitt &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Rotate ri&amp;ght</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>&amp;Mask a name</source>
        <translation>Namen &amp;verdecken</translation>
    </message>
    <message>
        <source>Draw boxes over what nobody should see</source>
        <translation>Kästen über das zeichnen, was niemand sehen soll</translation>
    </message>
    <message>
        <source>Ca&amp;lipers</source>
        <translation>&amp;Messzirkel</translation>
    </message>
    <message>
        <source>Measure time and voltage on the page</source>
        <translation>Zeit und Spannung auf der Seite messen</translation>
    </message>
    <message>
        <source>March caliper &amp;through</source>
        <translation>Messzirkel &amp;abtragen</translation>
    </message>
    <message>
        <source>Lead &amp;boxes</source>
        <translation>A&amp;bleitungskästen</translation>
    </message>
    <message>
        <source>Name, move and draw the boxes of the leads</source>
        <translation>Die Kästen der Ableitungen benennen, verschieben und zeichnen</translation>
    </message>
    <message>
        <source>Page cor&amp;ners</source>
        <translation>Seiten&amp;ecken</translation>
    </message>
    <message>
        <source>Drag the corners of the sheet to lay it straight</source>
        <translation>Die Ecken des Blattes ziehen, um es gerade zu legen</translation>
    </message>
    <message>
        <source>&amp;Grid scale by hand</source>
        <translation>&amp;Rastermaß von Hand</translation>
    </message>
    <message>
        <source>Draw a line over squares of the grid</source>
        <translation>Eine Linie über Kästchen des Rasters zeichnen</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>&amp;Vorige Seite</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit page</source>
        <translation>Seite einp&amp;assen</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>Tat&amp;sächliche Größe</translation>
    </message>
    <message>
        <source>&amp;Heat map</source>
        <translation>&amp;Wärmekarte</translation>
    </message>
    <message>
        <source>Show where the evidence lies</source>
        <translation>Zeigen, wo die Hinweise liegen</translation>
    </message>
    <message>
        <source>H&amp;eat map choices</source>
        <translation>Wärmekarte ein&amp;stellen</translation>
    </message>
    <message>
        <source>Colours, threshold, and what to compare the heat map with</source>
        <translation>Farben, Schwelle und womit die Wärmekarte verglichen wird</translation>
    </message>
    <message>
        <source>S&amp;wap compared heat maps</source>
        <translation>Verglichene Wärmekarten &amp;tauschen</translation>
    </message>
    <message>
        <source>&amp;Traces that were read</source>
        <translation>Gelesene &amp;Kurven</translation>
    </message>
    <message>
        <source>Draw the traces that were read over the page</source>
        <translation>Die gelesenen Kurven über die Seite zeichnen</translation>
    </message>
    <message>
        <source>S&amp;ignal</source>
        <translation>S&amp;ignal</translation>
    </message>
    <message>
        <source>Show the signal of a lead below the page</source>
        <translation>Das Signal einer Ableitung unter der Seite zeigen</translation>
    </message>
    <message>
        <source>&amp;Crop in numbers</source>
        <translation>Ausschnitt in &amp;Zahlen</translation>
    </message>
    <message>
        <source>What the model &amp;sees</source>
        <translation>Was das Modell sie&amp;ht</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>&amp;Analyse this page</source>
        <translation>Diese Seite &amp;analysieren</translation>
    </message>
    <message>
        <source>Analyse a&amp;ll pages</source>
        <translation>A&amp;lle Seiten analysieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Import a model…</source>
        <translation>Modell &amp;importieren…</translation>
    </message>
    <message>
        <source>A&amp;bout the model</source>
        <translation>Über das &amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Restart the engine</source>
        <translation>Rechenkern neu &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Train a model</source>
        <translation>Modell &amp;trainieren</translation>
    </message>
    <message>
        <source>Training &amp;runs</source>
        <translation>Trainings&amp;läufe</translation>
    </message>
    <message>
        <source>&amp;From the command line</source>
        <translation>Über die &amp;Befehlszeile</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Anleitung</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;Check this computer</source>
        <translation>Diesen &amp;Rechner prüfen</translation>
    </message>
    <message>
        <source>&amp;About ecgdesk</source>
        <translation>&amp;Über ecgdesk</translation>
    </message>
</context>
<context>
    <name>CaliperBar</name>
    <message>
        <source>Calipers</source>
        <translation>Messzirkel</translation>
    </message>
    <message>
        <source>Draw along the trace for time, up or down for voltage.</source>
        <translation>Entlang der Kurve ziehen misst Zeit, auf und ab misst Spannung.</translation>
    </message>
    <message>
        <source>Chosen caliper (Page down: the next one)</source>
        <translation>Gewählter Messzirkel (Bild ab: der nächste)</translation>
    </message>
    <message>
        <source>March through</source>
        <translation>Abtragen</translation>
    </message>
    <message>
        <source>Repeat the distance to both sides (R)</source>
        <translation>Den Abstand nach beiden Seiten wiederholen (R)</translation>
    </message>
    <message>
        <source>Add a time caliper (Insert)</source>
        <translation>Zeitzirkel hinzufügen (Einfg)</translation>
    </message>
    <message>
        <source>Add a voltage caliper (Shift+Insert)</source>
        <translation>Spannungszirkel hinzufügen (Umschalt+Einfg)</translation>
    </message>
    <message>
        <source>Delete the chosen caliper (Delete)</source>
        <translation>Gewählten Messzirkel löschen (Entf)</translation>
    </message>
</context>
<context>
    <name>CardCharts</name>
    <message>
        <source>How well each class is told apart</source>
        <translation>Wie gut jede Klasse erkannt wird</translation>
    </message>
    <message>
        <source>Sensitivity (up) against 1 − specificity (across) on held-out pages; the diagonal is chance.</source>
        <translation>Sensitivität (nach oben) gegen 1 − Spezifität (nach rechts) auf zurückgehaltenen Seiten; die Diagonale ist der Zufall.</translation>
    </message>
    <message>
        <source>Where it looked on pages it never saw</source>
        <translation>Wohin es auf unbekannten Seiten geschaut hat</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Override: {reason}</source>
        <translation>Ausnahme: {reason}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>{name} {value}, 95 % interval {low} to {high}</source>
        <translation>{name} {value}, 95-%-Intervall {low} bis {high}</translation>
    </message>
    <message>
        <source>Classes: {classes}</source>
        <translation>Klassen: {classes}</translation>
    </message>
    <message>
        <source>Network: {network}</source>
        <translation>Netz: {network}</translation>
    </message>
    <message>
        <source>Trained on {n} pages of {data}, grouped by {group}.</source>
        <translation>Trainiert auf {n} Seiten aus {data}, gruppiert nach {group}.</translation>
    </message>
</context>
<context>
    <name>CautionBox</name>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>Take care: {text}</source>
        <translation>Vorsicht: {text}</translation>
    </message>
</context>
<context>
    <name>CheckLines</name>
    <message>
        <source>Show what was checked</source>
        <translation>Zeigen, was geprüft wurde</translation>
    </message>
    <message>
        <source>{percent} of the evidence inside the tracing</source>
        <translation>{percent} der Hinweise in der Aufzeichnung</translation>
    </message>
    <message>
        <source>Only {percent} of the evidence inside the tracing. Treat the result with care.</source>
        <translation>Nur {percent} der Hinweise in der Aufzeichnung. Seien Sie mit dem Ergebnis vorsichtig.</translation>
    </message>
    <message>
        <source>Likeness to the map of a model without learning: {n}</source>
        <translation>Ähnlichkeit mit der Karte eines ungelernten Modells: {n}</translation>
    </message>
    <message>
        <source>Better than chance at finding what matters, by {n}</source>
        <translation>Findet das Wichtige besser als der Zufall, um {n}</translation>
    </message>
    <message>
        <source>Likeness when the crop moves by 1 %: {n}</source>
        <translation>Ähnlichkeit, wenn der Ausschnitt um 1 % wandert: {n}</translation>
    </message>
    <message>
        <source>Change of the probability then, at most: {n}</source>
        <translation>Änderung der Wahrscheinlichkeit dabei, höchstens: {n}</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Are these pages sound?</source>
        <translation>Sind diese Seiten einwandfrei?</translation>
    </message>
    <message>
        <source>The check looks for copies, pages of another kind, groups that cross a split, and anything beside the tracing that gives the class away. Your files are never changed.</source>
        <translation>Die Prüfung sucht Kopien, Seiten anderer Art, Gruppen beiderseits einer Teilung und alles neben der Aufzeichnung, was die Klasse verrät. Ihre Dateien werden nie verändert.</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Train all the same</source>
        <translation>Trotzdem trainieren</translation>
    </message>
    <message>
        <source>Say why. The reason is written into the model&apos;s card, beside every figure.</source>
        <translation>Sagen Sie, warum. Der Grund steht dann in der Karte des Modells neben jeder Zahl.</translation>
    </message>
    <message>
        <source>Reason for training all the same</source>
        <translation>Grund, trotzdem zu trainieren</translation>
    </message>
    <message>
        <source>For example: to repeat a published figure</source>
        <translation>Zum Beispiel: um eine veröffentlichte Zahl nachzuvollziehen</translation>
    </message>
    <message>
        <source>The check was cancelled. Check again to go on.</source>
        <translation>Die Prüfung wurde abgebrochen. Prüfen Sie erneut, um fortzufahren.</translation>
    </message>
    <message>
        <source>{files} files, {readable} readable, {distinct} distinct pages</source>
        <translation>{files} Dateien, {readable} lesbar, {distinct} verschiedene Seiten</translation>
    </message>
    <message>
        <source>One finding would make every figure wrong. Choose a remedy for it.</source>
        <translation>Ein Befund würde jede Zahl falsch machen. Wählen Sie eine Abhilfe.</translation>
    </message>
    <message>
        <source>{n} findings would make every figure wrong. Choose a remedy for each.</source>
        <translation>{n} Befunde würden jede Zahl falsch machen. Wählen Sie für jeden eine Abhilfe.</translation>
    </message>
    <message>
        <source>Nothing stands in the way of a sound training.</source>
        <translation>Einem einwandfreien Training steht nichts im Weg.</translation>
    </message>
    <message>
        <source>Nothing is left that would make the figures wrong.</source>
        <translation>Nichts ist mehr da, was die Zahlen falsch machen würde.</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>The mark on a bar is where the model begins to name its class.</source>
        <translation>Der Strich auf einem Balken zeigt, ab wo das Modell die Klasse nennt.</translation>
    </message>
    <message>
        <source>Named from {probability} on</source>
        <translation>Genannt ab {probability}</translation>
    </message>
</context>
<context>
    <name>ClassCounts</name>
    <message>
        <source>{name}: {n} pages</source>
        <translation>{name}: {n} Seiten</translation>
    </message>
</context>
<context>
    <name>CodeLine</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>ColumnChoices</name>
    <message>
        <source>Folder of the pages</source>
        <translation>Ordner der Seiten</translation>
    </message>
    <message>
        <source>Where the paths begin, seen from the list; empty means beside it.</source>
        <translation>Wo die Pfade beginnen, von der Liste aus gesehen; leer heißt daneben.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>The column that names each page&apos;s file.</source>
        <translation>Die Spalte, die die Datei jeder Seite nennt.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>The column with the diagnosis.</source>
        <translation>Die Spalte mit der Diagnose.</translation>
    </message>
    <message>
        <source>Patient or date</source>
        <translation>Patient oder Datum</translation>
    </message>
    <message>
        <source>Pages of one patient or day stay on one side of every split.</source>
        <translation>Seiten eines Patienten oder Tages bleiben auf einer Seite jeder Teilung.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>How often a page occurs in a published set; for comparison with papers only.</source>
        <translation>Wie oft eine Seite in einem veröffentlichten Satz vorkommt; nur zum Vergleich mit Veröffentlichungen.</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Page with the other heat map</source>
        <translation>Seite mit der anderen Wärmekarte</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>{n} pages of {true} were called {guess}</source>
        <translation>{n} Seiten von {true} wurden {guess} genannt</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Finding models…</source>
        <translation>Modelle werden gesucht…</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>Modell importieren…</translation>
    </message>
    <message>
        <source>The engine is getting ready</source>
        <translation>Der Rechenkern wird vorbereitet</translation>
    </message>
    <message>
        <source>Runs on: {device}. Click to change.</source>
        <translation>Läuft auf: {device}. Klicken zum Ändern.</translation>
    </message>
</context>
<context>
    <name>CornerBar</name>
    <message>
        <source>Corners</source>
        <translation>Ecken</translation>
    </message>
    <message>
        <source>Drag each corner to where the sheet ends.</source>
        <translation>Ziehen Sie jede Ecke dorthin, wo das Blatt endet.</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Take the corners of the picture itself (Delete)</source>
        <translation>Die Ecken des Bildes selbst nehmen (Entf)</translation>
    </message>
</context>
<context>
    <name>CropPanel</name>
    <message>
        <source>Hide an area: draw a box over it</source>
        <translation>Bereich verdecken: einen Kasten darüber zeichnen</translation>
    </message>
    <message>
        <source>Go back to the proposed crop</source>
        <translation>Zum vorgeschlagenen Ausschnitt zurück</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>1 area hidden</source>
        <translation>1 Bereich verdeckt</translation>
    </message>
    <message>
        <source>%1 areas hidden</source>
        <translation>%1 Bereiche verdeckt</translation>
    </message>
</context>
<context>
    <name>CropPreview</name>
    <message>
        <source>What the model sees</source>
        <translation>Was das Modell sieht</translation>
    </message>
    <message>
        <source>%1 × %2, %3</source>
        <translation>%1 × %2, %3</translation>
    </message>
    <message>
        <source>Reading the leads…</source>
        <translation>Die Ableitungen werden gelesen …</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Augenblick …</translation>
    </message>
    <message>
        <source>%1 × %2, %3, shown at %4 %</source>
        <translation>%1 × %2, %3, gezeigt bei %4 %</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>Ableitungen</translation>
    </message>
</context>
<context>
    <name>CropState</name>
    <message>
        <source>Move crop</source>
        <translation>Ausschnitt verschieben</translation>
    </message>
    <message>
        <source>Rotate page</source>
        <translation>Seite drehen</translation>
    </message>
    <message>
        <source>Enter crop</source>
        <translation>Ausschnitt eingeben</translation>
    </message>
    <message>
        <source>Move mask</source>
        <translation>Verdeckung verschieben</translation>
    </message>
    <message>
        <source>Change crop</source>
        <translation>Ausschnitt ändern</translation>
    </message>
    <message>
        <source>Change masks</source>
        <translation>Verdeckungen ändern</translation>
    </message>
    <message>
        <source>Reset crop</source>
        <translation>Ausschnitt zurücksetzen</translation>
    </message>
    <message>
        <source>Set corners</source>
        <translation>Ecken setzen</translation>
    </message>
    <message>
        <source>Move corner</source>
        <translation>Ecke verschieben</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Which pages?</source>
        <translation>Welche Seiten?</translation>
    </message>
    <message>
        <source>Drop a folder that holds one folder of pages for each class, or a CSV list with a path and a label in each row. Nothing is copied and nothing leaves this computer.</source>
        <translation>Legen Sie einen Ordner ab, der für jede Klasse einen Ordner mit Seiten enthält, oder eine CSV-Liste mit Pfad und Klasse in jeder Zeile. Nichts wird kopiert, nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>A few pages of each class. Click one to look at it.</source>
        <translation>Einige Seiten jeder Klasse. Klicken Sie auf eine, um sie anzusehen.</translation>
    </message>
    <message>
        <source>{n} files of the list are not there: {names}. Check the folder of the pages.</source>
        <translation>{n} Dateien der Liste sind nicht da: {names}. Prüfen Sie den Ordner der Seiten.</translation>
    </message>
    <message>
        <source>There is only one class; at least two are needed.</source>
        <translation>Es gibt nur eine Klasse; mindestens zwei sind nötig.</translation>
    </message>
    <message>
        <source>Fewer than {n} pages: {names}. Every figure of such a class will be uncertain.</source>
        <translation>Weniger als {n} Seiten: {names}. Jede Zahl einer solchen Klasse wird unsicher sein.</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Float or dock this panel</source>
        <translation>Feld lösen oder andocken</translation>
    </message>
    <message>
        <source>Close this panel (View menu brings it back)</source>
        <translation>Dieses Feld schließen (das Menü Ansicht holt es zurück)</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message>
        <source>Check this computer</source>
        <translation>Diesen Rechner prüfen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>The check could not be started.</source>
        <translation>Die Prüfung konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Left out: {names}</source>
        <translation>Ausgelassen: {names}</translation>
    </message>
    <message>
        <source>Pictures, PDF, DICOM, signals (WFDB, EDF, CSV), folders and model packs can.</source>
        <translation>Bilder, PDF, DICOM, Signale (WFDB, EDF, CSV), Ordner und Modellpakete lassen sich öffnen.</translation>
    </message>
    <message>
        <source>Drop to open this picture</source>
        <translation>Loslassen, um dieses Bild zu öffnen</translation>
    </message>
    <message>
        <source>{names} cannot be opened</source>
        <translation>{names} kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Drop to import {names}</source>
        <translation>Loslassen, um {names} zu importieren</translation>
    </message>
    <message>
        <source>Drop to open {names}</source>
        <translation>Loslassen, um {names} zu öffnen</translation>
    </message>
    <message>
        <source>Drop to open {n} files and folders</source>
        <translation>Loslassen, um {n} Dateien und Ordner zu öffnen</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a folder or a CSV list here</source>
        <translation>Ordner oder CSV-Liste hier ablegen</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>A cancelled page did not stop, so the engine is being restarted.</source>
        <translation>Eine abgebrochene Seite hielt nicht an, darum startet der Rechenkern neu.</translation>
    </message>
    <message>
        <source>A page took far too long, so the engine is being restarted.</source>
        <translation>Eine Seite brauchte viel zu lange, darum startet der Rechenkern neu.</translation>
    </message>
    <message>
        <source>Abnormal</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Abnormal ECG</source>
        <translation>Auffälliges EKG</translation>
    </message>
    <message>
        <source>Abnormal heartbeat</source>
        <translation>Auffälliger Herzschlag</translation>
    </message>
    <message>
        <source>Acute myocardial infarction</source>
        <translation>Akuter Herzinfarkt</translation>
    </message>
    <message>
        <source>Advanced heart block</source>
        <translation>Höhergradiger AV-Block</translation>
    </message>
    <message>
        <source>Against it: {name}, {probability}.</source>
        <translation>Dagegen: {name}, {probability}.</translation>
    </message>
    <message>
        <source>Another model with the id {model!r} is installed.</source>
        <translation>Ein anderes Modell mit der Kennung {model!r} ist installiert.</translation>
    </message>
    <message>
        <source>Anterior myocardial infarction</source>
        <translation>Vorderwandinfarkt</translation>
    </message>
    <message>
        <source>Arrhythmia</source>
        <translation>Rhythmusstörung</translation>
    </message>
    <message>
        <source>Ask for a model pack without one.</source>
        <translation>Bitten Sie um ein Modellpaket ohne diese.</translation>
    </message>
    <message>
        <source>Ask for the right to read it, or copy it elsewhere.</source>
        <translation>Bitten Sie um das Leserecht oder kopieren Sie die Datei an einen anderen Ort.</translation>
    </message>
    <message>
        <source>Ask whoever made the model pack to write it again.</source>
        <translation>Bitten Sie den Ersteller, das Modellpaket neu zu schreiben.</translation>
    </message>
    <message>
        <source>Atrial fibrillation</source>
        <translation>Vorhofflimmern</translation>
    </message>
    <message>
        <source>Atrial flutter</source>
        <translation>Vorhofflattern</translation>
    </message>
    <message>
        <source>Avoid shadows, or scan the page.</source>
        <translation>Vermeiden Sie Schatten oder scannen Sie die Seite.</translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>Check its paper, or save the report as PDF.</source>
        <translation>Prüfen Sie sein Papier oder speichern Sie den Bericht als PDF.</translation>
    </message>
    <message>
        <source>Check that it is on and connected, or save the report.</source>
        <translation>Prüfen Sie, ob er an und verbunden ist, oder speichern Sie den Bericht.</translation>
    </message>
    <message>
        <source>Check that the page is upright and the crop right, or scan it again at 200 to 300 dpi.</source>
        <translation>Prüfen Sie, ob die Seite aufrecht steht und der Ausschnitt stimmt, oder scannen Sie sie erneut mit 200 bis 300 dpi.</translation>
    </message>
    <message>
        <source>Check the crop, and do not rely on this result.</source>
        <translation>Prüfen Sie den Ausschnitt und verlassen Sie sich nicht auf dieses Ergebnis.</translation>
    </message>
    <message>
        <source>Check the free space and the access rights of that folder.</source>
        <translation>Prüfen Sie den freien Platz und die Zugriffsrechte dieses Ordners.</translation>
    </message>
    <message>
        <source>Check the free space and the folder&apos;s rights.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Check the free space.</source>
        <translation>Prüfen Sie den freien Platz.</translation>
    </message>
    <message>
        <source>Check the name and the access rights.</source>
        <translation>Prüfen Sie den Namen und die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .ecgmodel.</source>
        <translation>Wählen Sie eine Datei, die auf .ecgmodel endet.</translation>
    </message>
    <message>
        <source>Choose a folder that is not write-protected.</source>
        <translation>Wählen Sie einen Ordner ohne Schreibschutz.</translation>
    </message>
    <message>
        <source>Choose a folder with a folder per class, or a CSV with a path and a label in each row.</source>
        <translation>Wählen Sie einen Ordner mit einem Ordner je Klasse oder eine CSV-Liste mit Pfad und Klasse in jeder Zeile.</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Choose a picture or a PDF.</source>
        <translation>Wählen Sie ein Bild oder ein PDF.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Wählen Sie einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation>Wählen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>Choose another name, or replace it.</source>
        <translation>Wählen Sie einen anderen Namen oder ersetzen Sie es.</translation>
    </message>
    <message>
        <source>Choose another network of timm.</source>
        <translation>Wählen Sie ein anderes Netz aus timm.</translation>
    </message>
    <message>
        <source>Choose another page, or move the crop onto the tracing.</source>
        <translation>Wählen Sie eine andere Seite oder verschieben Sie den Ausschnitt auf die Aufzeichnung.</translation>
    </message>
    <message>
        <source>Choose another page, turn this one upright, or move the crop onto the tracing.</source>
        <translation>Wählen Sie eine andere Seite, stellen Sie diese aufrecht oder verschieben Sie den Ausschnitt auf die Aufzeichnung.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>Choose metaclip-vit-b32, or train it.</source>
        <translation>Wählen Sie metaclip-vit-b32 oder trainieren Sie es.</translation>
    </message>
    <message>
        <source>Choose the column that it is in.</source>
        <translation>Wählen Sie die Spalte, in der es steht.</translation>
    </message>
    <message>
        <source>Choose the list again.</source>
        <translation>Wählen Sie die Liste erneut.</translation>
    </message>
    <message>
        <source>Choose the state dict of YOLOv8n-cls.</source>
        <translation>Wählen Sie das State-Dict von YOLOv8n-cls.</translation>
    </message>
    <message>
        <source>Choose the weights that the catalog names for this network.</source>
        <translation>Wählen Sie die Gewichte, die der Katalog für dieses Netz nennt.</translation>
    </message>
    <message>
        <source>Choose their folder.</source>
        <translation>Wählen Sie ihren Ordner.</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card.</source>
        <translation>Schließen Sie andere Programme, die die Grafikkarte benutzen.</translation>
    </message>
    <message>
        <source>Close other programs, or scan it again at 200 to 300 dpi.</source>
        <translation>Schließen Sie andere Programme oder scannen Sie erneut mit 200 bis 300 dpi.</translation>
    </message>
    <message>
        <source>Close other programs, or scan the page at a lower resolution.</source>
        <translation>Schließen Sie andere Programme oder scannen Sie die Seite mit geringerer Auflösung.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Compare it with what its publisher says, and repeat the command with --sha256 HASH.</source>
        <translation>Vergleichen Sie ihn mit der Angabe des Herausgebers und wiederholen Sie den Befehl mit --sha256 HASH.</translation>
    </message>
    <message>
        <source>Complete left bundle branch block</source>
        <translation>Kompletter Linksschenkelblock</translation>
    </message>
    <message>
        <source>Complete right bundle branch block</source>
        <translation>Kompletter Rechtsschenkelblock</translation>
    </message>
    <message>
        <source>Conduction disturbance</source>
        <translation>Leitungsstörung</translation>
    </message>
    <message>
        <source>Copy, scan or export it again.</source>
        <translation>Kopieren, scannen oder exportieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>Correct that field.</source>
        <translation>Berichtigen Sie dieses Feld.</translation>
    </message>
    <message>
        <source>Correct that line.</source>
        <translation>Berichtigen Sie diese Zeile.</translation>
    </message>
    <message>
        <source>Correct the fields that are marked.</source>
        <translation>Berichtigen Sie die markierten Felder.</translation>
    </message>
    <message>
        <source>Correct the options in the recipe or the card.</source>
        <translation>Berichtigen Sie die Optionen im Rezept oder in der Karte.</translation>
    </message>
    <message>
        <source>Details are in the log.</source>
        <translation>Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Discard it, or stop it first.</source>
        <translation>Verwerfen Sie ihn oder halten Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>Do not rely on the class: use a model that was trained on pages like this one.</source>
        <translation>Verlassen Sie sich nicht auf die Klasse: Nehmen Sie ein Modell, das auf Seiten wie dieser trainiert wurde.</translation>
    </message>
    <message>
        <source>Each page needs a row with its path and its label.</source>
        <translation>Jede Seite braucht eine Zeile mit Pfad und Klasse.</translation>
    </message>
    <message>
        <source>Erasing the hot places changes the class no more than erasing others.</source>
        <translation>Die heißen Stellen zu löschen ändert die Klasse nicht mehr, als andere zu löschen.</translation>
    </message>
    <message>
        <source>Evidence by lead</source>
        <translation>Hinweise je Ableitung</translation>
    </message>
    <message>
        <source>Export it again at 200 to 300 dpi.</source>
        <translation>Exportieren Sie sie erneut mit 200 bis 300 dpi.</translation>
    </message>
    <message>
        <source>Export or print it again.</source>
        <translation>Exportieren oder drucken Sie sie erneut.</translation>
    </message>
    <message>
        <source>Features weighed by their own positive gradient at each place.</source>
        <translation>Merkmale, gewichtet mit ihrem eigenen positiven Gradienten an jeder Stelle.</translation>
    </message>
    <message>
        <source>Fetch a network with one file of weights at a time.</source>
        <translation>Holen Sie immer nur ein Netz, das eine Gewichtsdatei hat.</translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation>Holen Sie sie erneut.</translation>
    </message>
    <message>
        <source>Fetch it again; if that does not help, ask its publisher.</source>
        <translation>Holen Sie sie erneut; hilft das nicht, fragen Sie den Herausgeber.</translation>
    </message>
    <message>
        <source>Fetch or import them again.</source>
        <translation>Holen oder importieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>Fetch them: ecgdesk models fetch {network}.</source>
        <translation>Holen Sie sie: ecgdesk models fetch {network}.</translation>
    </message>
    <message>
        <source>Fewer than three beats stand out.</source>
        <translation>Weniger als drei Schläge heben sich ab.</translation>
    </message>
    <message>
        <source>Fill the gaps before it is drawn.</source>
        <translation>Füllen Sie die Lücken, bevor es gezeichnet wird.</translation>
    </message>
    <message>
        <source>First-degree AV block</source>
        <translation>AV-Block ersten Grades</translation>
    </message>
    <message>
        <source>For example [0.9, 1.1] or { depth = 2 }.</source>
        <translation>Zum Beispiel [0.9, 1.1] oder { depth = 2 }.</translation>
    </message>
    <message>
        <source>Free some space there, or choose another folder.</source>
        <translation>Schaffen Sie dort Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Get it again from where it came from.</source>
        <translation>Holen Sie sie erneut von dort, woher sie kam.</translation>
    </message>
    <message>
        <source>Get the model pack again from where it came from.</source>
        <translation>Holen Sie das Modellpaket erneut von dort, woher es kam.</translation>
    </message>
    <message>
        <source>Give --csv the name of a new file, such as results.csv.</source>
        <translation>Geben Sie --csv den Namen einer neuen Datei, etwa results.csv.</translation>
    </message>
    <message>
        <source>Give a rate above zero.</source>
        <translation>Geben Sie eine Rate über null an.</translation>
    </message>
    <message>
        <source>Give it a shorter name.</source>
        <translation>Geben Sie ihr einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Grad-CAM++</source>
        <translation>Grad-CAM++</translation>
    </message>
    <message>
        <source>History of myocardial infarction</source>
        <translation>Früherer Herzinfarkt</translation>
    </message>
    <message>
        <source>How much the class loses when a piece of a lead is painted over.</source>
        <translation>Wie viel die Klasse verliert, wenn ein Stück einer Ableitung übermalt wird.</translation>
    </message>
    <message>
        <source>How strongly a layer answers at each place; the same for every class.</source>
        <translation>Wie stark eine Schicht an jeder Stelle antwortet; für jede Klasse gleich.</translation>
    </message>
    <message>
        <source>Hypertrophy</source>
        <translation>Hypertrophie</translation>
    </message>
    <message>
        <source>If it is, turn it by 180° before you trust any result.</source>
        <translation>Wenn ja, drehen Sie sie um 180°, bevor Sie irgendeinem Ergebnis trauen.</translation>
    </message>
    <message>
        <source>Import a file of your own with “ecgdesk models import FILE --for NETWORK”.</source>
        <translation>Importieren Sie eine eigene Datei mit „ecgdesk models import FILE --for NETWORK“.</translation>
    </message>
    <message>
        <source>Incomplete right bundle branch block</source>
        <translation>Inkompletter Rechtsschenkelblock</translation>
    </message>
    <message>
        <source>Inferior myocardial infarction</source>
        <translation>Hinterwandinfarkt</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Installieren Sie es neu.</translation>
    </message>
    <message>
        <source>Install one: ecgdesk models import FILE.ecgmodel</source>
        <translation>Installieren Sie eines: ecgdesk models import FILE.ecgmodel</translation>
    </message>
    <message>
        <source>Installed: {known}.</source>
        <translation>Installiert: {known}.</translation>
    </message>
    <message>
        <source>Integrated Gradients, from white paper</source>
        <translation>Integrated Gradients, von weißem Papier</translation>
    </message>
    <message>
        <source>Integrated Gradients, from zero</source>
        <translation>Integrated Gradients, von null</translation>
    </message>
    <message>
        <source>Ischaemia</source>
        <translation>Ischämie</translation>
    </message>
    <message>
        <source>It begins with https.</source>
        <translation>Sie beginnt mit https.</translation>
    </message>
    <message>
        <source>It has {leads}.</source>
        <translation>Sie hat {leads}.</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted.</source>
        <translation>Sie wurde vielleicht verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>It needs lead I with aVF or II, and a QRS complex that is not balanced in both.</source>
        <translation>Dafür braucht es Ableitung I mit aVF oder II und einen QRS-Komplex, der nicht in beiden ausgeglichen ist.</translation>
    </message>
    <message>
        <source>Known lists: {known}; or write ids with commas.</source>
        <translation>Bekannte Listen: {known}; oder schreiben Sie Kennungen mit Kommas.</translation>
    </message>
    <message>
        <source>Known: {known}.</source>
        <translation>Bekannt: {known}.</translation>
    </message>
    <message>
        <source>Lateral myocardial infarction</source>
        <translation>Seitenwandinfarkt</translation>
    </message>
    <message>
        <source>LayerCAM</source>
        <translation>LayerCAM</translation>
    </message>
    <message>
        <source>Left anterior fascicular block</source>
        <translation>Linksanteriorer Hemiblock</translation>
    </message>
    <message>
        <source>Left axis deviation</source>
        <translation>Linkslagetyp</translation>
    </message>
    <message>
        <source>Left bundle branch block</source>
        <translation>Linksschenkelblock</translation>
    </message>
    <message>
        <source>Left posterior fascicular block</source>
        <translation>Linksposteriorer Hemiblock</translation>
    </message>
    <message>
        <source>Left ventricular hypertrophy</source>
        <translation>Linksventrikuläre Hypertrophie</translation>
    </message>
    <message>
        <source>Low QRS voltage</source>
        <translation>Niedervoltage im QRS</translation>
    </message>
    <message>
        <source>Lowest to highest</source>
        <translation>Niedrigster bis höchster</translation>
    </message>
    <message>
        <source>Make it larger if it leaves out leads.</source>
        <translation>Vergrößern Sie ihn, wenn er Ableitungen auslässt.</translation>
    </message>
    <message>
        <source>Mean of all beats</source>
        <translation>Mittel aller Schläge</translation>
    </message>
    <message>
        <source>Measured: {values}.</source>
        <translation>Gemessen: {values}.</translation>
    </message>
    <message>
        <source>Models cannot run here ({kind}). Pages can still be opened. Run “ecgdesk doctor” for the cause.</source>
        <translation>Modelle können hier nicht laufen ({kind}). Seiten lassen sich trotzdem öffnen. „ecgdesk doctor“ nennt die Ursache.</translation>
    </message>
    <message>
        <source>Most of the evidence for {name} ({share}) lies {place}.</source>
        <translation>Die meisten Hinweise auf {name} ({share}) liegen {place}.</translation>
    </message>
    <message>
        <source>Move that edge outwards.</source>
        <translation>Schieben Sie diesen Rand nach außen.</translation>
    </message>
    <message>
        <source>Myocardial infarction</source>
        <translation>Herzinfarkt</translation>
    </message>
    <message>
        <source>Myocardial injury</source>
        <translation>Myokardschädigung</translation>
    </message>
    <message>
        <source>Myocardial ischaemia</source>
        <translation>Myokardischämie</translation>
    </message>
    <message>
        <source>Name a file in it.</source>
        <translation>Nennen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>Name a folder that “ecgdesk models fetch” filled.</source>
        <translation>Nennen Sie einen Ordner, den „ecgdesk models fetch“ gefüllt hat.</translation>
    </message>
    <message>
        <source>Name one with --part: {parts}.</source>
        <translation>Nennen Sie einen mit --part: {parts}.</translation>
    </message>
    <message>
        <source>Name one with a config.toml.</source>
        <translation>Nennen Sie einen mit einer config.toml.</translation>
    </message>
    <message>
        <source>No ECG traces were found here.</source>
        <translation>Hier wurden keine EKG-Kurven gefunden.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Kein Modell ist installiert.</translation>
    </message>
    <message>
        <source>No run folder can be made in {name!r}.</source>
        <translation>In {name!r} kann kein Ordner für einen Lauf angelegt werden.</translation>
    </message>
    <message>
        <source>No trace could be read from this page.</source>
        <translation>Von dieser Seite konnte keine Kurve gelesen werden.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Normal ECG</source>
        <translation>Normales EKG</translation>
    </message>
    <message>
        <source>Normal sinus rhythm</source>
        <translation>Normaler Sinusrhythmus</translation>
    </message>
    <message>
        <source>Not analysed yet.</source>
        <translation>Noch nicht analysiert.</translation>
    </message>
    <message>
        <source>Not sure. No class is likely enough to be named.</source>
        <translation>Nicht sicher. Keine Klasse ist wahrscheinlich genug, um genannt zu werden.</translation>
    </message>
    <message>
        <source>Not sure. Possible: {classes}.</source>
        <translation>Nicht sicher. Möglich: {classes}.</translation>
    </message>
    <message>
        <source>Not sure. This page is unlike those the model was trained on.</source>
        <translation>Nicht sicher. Diese Seite ist anders als die, auf denen das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>Nothing can be kept in {folder}: {reason}.</source>
        <translation>In {folder} kann nichts aufbewahrt werden: {reason}.</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}</source>
        <translation>In {folder} kann nichts geschrieben werden</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Verdeckung</translation>
    </message>
    <message>
        <source>Of {pages} test pages scored like this, {correct} were {name}.</source>
        <translation>Von {pages} Testseiten mit solcher Bewertung waren {correct} {name}.</translation>
    </message>
    <message>
        <source>Old myocardial infarction</source>
        <translation>Alter Herzinfarkt</translation>
    </message>
    <message>
        <source>On the leads, {share} falls on {part}, {time} of the time.</source>
        <translation>Von den Ableitungen entfallen {share} auf {part}, das {time} der Zeit ausmacht.</translation>
    </message>
    <message>
        <source>One address cannot be that of {n} files.</source>
        <translation>Eine Adresse kann nicht die von {n} Dateien sein.</translation>
    </message>
    <message>
        <source>Only one thing is compared: two methods, two classes, or two models.</source>
        <translation>Nur eines wird verglichen: zwei Verfahren, zwei Klassen oder zwei Modelle.</translation>
    </message>
    <message>
        <source>Only {seconds:.2f} seconds of signal fit on the page.</source>
        <translation>Nur {seconds:.2f} Sekunden Signal passen auf die Seite.</translation>
    </message>
    <message>
        <source>Only {share} of the evidence lies on the tracing.</source>
        <translation>Nur {share} der Hinweise liegen auf der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Open it in another program, save it as PNG, and try that file.</source>
        <translation>Öffnen Sie sie in einem anderen Programm, speichern Sie sie als PNG und versuchen Sie diese Datei.</translation>
    </message>
    <message>
        <source>Open the file that it should lead to.</source>
        <translation>Öffnen Sie die Datei, zu der sie führen soll.</translation>
    </message>
    <message>
        <source>Open the folder instead.</source>
        <translation>Öffnen Sie stattdessen den Ordner.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Likely enough to be named: {classes}.</source>
        <translation>Wahrscheinlich genug, um genannt zu werden: {classes}.</translation>
    </message>
    <message>
        <source>Not sure. Normal and not normal at once: {classes}.</source>
        <translation>Nicht sicher. Normal und zugleich nicht normal: {classes}.</translation>
    </message>
    <message>
        <source>P wave</source>
        <translation>P-Welle</translation>
    </message>
    <message>
        <source>P wave and PR segment</source>
        <translation>P-Welle und PQ-Strecke</translation>
    </message>
    <message>
        <source>PR {n} ms</source>
        <translation>PQ {n} ms</translation>
    </message>
    <message>
        <source>Paced rhythm</source>
        <translation>Schrittmacherrhythmus</translation>
    </message>
    <message>
        <source>Pages can be opened; the models are being loaded.</source>
        <translation>Seiten lassen sich öffnen; die Modelle werden geladen.</translation>
    </message>
    <message>
        <source>Part of the tracing is outside the crop.</source>
        <translation>Ein Teil der Aufzeichnung liegt außerhalb des Ausschnitts.</translation>
    </message>
    <message>
        <source>Pathological Q waves</source>
        <translation>Pathologische Q-Zacken</translation>
    </message>
    <message>
        <source>Pericarditis</source>
        <translation>Perikarditis</translation>
    </message>
    <message>
        <source>Premature atrial contraction</source>
        <translation>Supraventrikuläre Extrasystole</translation>
    </message>
    <message>
        <source>Premature ventricular contraction</source>
        <translation>Ventrikuläre Extrasystole</translation>
    </message>
    <message>
        <source>Prolonged PR interval</source>
        <translation>Verlängertes PQ-Intervall</translation>
    </message>
    <message>
        <source>Prolonged QT interval</source>
        <translation>Verlängertes QT-Intervall</translation>
    </message>
    <message>
        <source>Put the pages of each class into a folder named like the class, or choose a CSV list.</source>
        <translation>Legen Sie die Seiten jeder Klasse in einen Ordner, der wie die Klasse heißt, oder wählen Sie eine CSV-Liste.</translation>
    </message>
    <message>
        <source>QRS axis</source>
        <translation>QRS-Achse</translation>
    </message>
    <message>
        <source>QRS complexes</source>
        <translation>QRS-Komplexe</translation>
    </message>
    <message>
        <source>QRS {n} ms</source>
        <translation>QRS {n} ms</translation>
    </message>
    <message>
        <source>QTc {n} ms</source>
        <translation>QTc {n} ms</translation>
    </message>
    <message>
        <source>RR interval</source>
        <translation>RR-Abstand</translation>
    </message>
    <message>
        <source>Replace it, or rename the new one.</source>
        <translation>Ersetzen Sie es oder benennen Sie das neue um.</translation>
    </message>
    <message>
        <source>Reset the crop, or move its edges outwards: the model knows whole tracings.</source>
        <translation>Setzen Sie den Ausschnitt zurück oder schieben Sie seine Ränder nach außen: Das Modell kennt ganze Aufzeichnungen.</translation>
    </message>
    <message>
        <source>({x0}, {y0}) to ({x1}, {y1}) px</source>
        <translation>({x0}, {y0}) bis ({x1}, {y1}) px</translation>
    </message>
    <message>
        <source>1 weighs classes by inverse frequency, 0 not at all.</source>
        <translation>1 gewichtet Klassen nach der umgekehrten Häufigkeit, 0 gar nicht.</translation>
    </message>
    <message>
        <source>A contrastive stage before labels are used, or none.</source>
        <translation>Eine kontrastive Stufe, bevor Klassen benutzt werden, oder keine.</translation>
    </message>
    <message>
        <source>A copy of {file}.</source>
        <translation>Eine Kopie von {file}.</translation>
    </message>
    <message>
        <source>A figure by the unsound split beside the honest one, or not.</source>
        <translation>Eine Zahl nach der unsauberen Teilung neben der ehrlichen, oder nicht.</translation>
    </message>
    <message>
        <source>A folder with a folder per class, or a CSV; relative to --data.</source>
        <translation>Ein Ordner mit einem Ordner je Klasse oder eine CSV-Liste; von --data aus gesehen.</translation>
    </message>
    <message>
        <source>A good part of a lead that it needs is hidden.</source>
        <translation>Ein guter Teil einer Ableitung, die dafür gebraucht wird, ist verdeckt.</translation>
    </message>
    <message>
        <source>A good part of this lead is hidden.</source>
        <translation>Ein guter Teil dieser Ableitung ist verdeckt.</translation>
    </message>
    <message>
        <source>A model needs at least two classes, each named once.</source>
        <translation>Ein Modell braucht mindestens zwei Klassen, jede einmal genannt.</translation>
    </message>
    <message>
        <source>A page needs a longer recording.</source>
        <translation>Eine Seite braucht eine längere Aufzeichnung.</translation>
    </message>
    <message>
        <source>A page needs twelve leads, or the eight that are measured (I, II, V1 to V6).</source>
        <translation>Eine Seite braucht zwölf Ableitungen oder die acht gemessenen (I, II, V1 bis V6).</translation>
    </message>
    <message>
        <source>A part of the network by its name.</source>
        <translation>Ein Teil des Netzes, bei seinem Namen.</translation>
    </message>
    <message>
        <source>A short name for lists; empty means the id.</source>
        <translation>Ein kurzer Name für Listen; leer bedeutet die Kennung.</translation>
    </message>
    <message>
        <source>A table needs a row with the names of the leads and a number in each cell below.</source>
        <translation>Eine Tabelle braucht eine Zeile mit den Namen der Ableitungen und darunter in jeder Zelle eine Zahl.</translation>
    </message>
    <message>
        <source>A tree on {column} alone becomes a baseline in the report and on the card.</source>
        <translation>Ein Baum allein über {column} wird zum Vergleichswert im Bericht und auf der Karte.</translation>
    </message>
    <message>
        <source>Abnormal heartbeat is nearly all fast rhythm here: the printed heart rate alone tells much of it.</source>
        <translation>Abnormer Herzschlag ist hier fast immer ein schneller Rhythmus: Die gedruckte Herzfrequenz allein verrät schon viel.</translation>
    </message>
    <message>
        <source>Above 1 the ordinary page here is unlike those the model was trained on.</source>
        <translation>Über 1 ist die gewöhnliche Seite hier anders als die, auf denen das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Activation map</source>
        <translation>Aktivierungskarte</translation>
    </message>
    <message>
        <source>Add a column named time, in seconds, or a first line such as: # hz = 500</source>
        <translation>Ergänzen Sie eine Spalte namens time in Sekunden oder eine erste Zeile wie: # hz = 500</translation>
    </message>
    <message>
        <source>Affine scale.</source>
        <translation>Größenänderung der affinen Abbildung.</translation>
    </message>
    <message>
        <source>Against it: {share} of the evidence lies off the tracing.</source>
        <translation>Dagegen: {share} der Hinweise liegen neben der Aufzeichnung.</translation>
    </message>
    <message>
        <source>Against it: {value} (8 of 10 pages of {name}: {low} to {high}).</source>
        <translation>Dagegen: {value} (8 von 10 Seiten mit {name}: {low} bis {high}).</translation>
    </message>
    <message>
        <source>All training pages come from one hospital and one machine (EDAN SE-3, 3×4 leads with a rhythm strip, 25 mm/s, 10 mm/mV). Other layouts and machines were not measured; on photographs of them it was seen to give high probabilities that mean nothing.</source>
        <translation>Alle Trainingsseiten kommen aus einem Krankenhaus und von einem Gerät (EDAN SE-3, 3×4 Ableitungen mit einem Rhythmusstreifen, 25 mm/s, 10 mm/mV). Andere Anordnungen und Geräte wurden nicht gemessen; auf Fotos davon gab es hohe Wahrscheinlichkeiten, die nichts bedeuten.</translation>
    </message>
    <message>
        <source>An entry of the catalog.</source>
        <translation>Ein Eintrag des Katalogs.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>As Grad-CAM, with the gradient weighed place by place: finds more than one hot place.</source>
        <translation>Wie Grad-CAM, mit stellenweise gewichtetem Gradienten: findet mehr als eine heiße Stelle.</translation>
    </message>
    <message>
        <source>Aspect of a random crop.</source>
        <translation>Seitenverhältnis eines zufälligen Ausschnitts.</translation>
    </message>
    <message>
        <source>Attention roll-out</source>
        <translation>Attention-Rollout</translation>
    </message>
    <message>
        <source>Batches whose gradients are joined into one step.</source>
        <translation>Stapel, deren Gradienten zu einem Schritt zusammengefasst werden.</translation>
    </message>
    <message>
        <source>Beside it stands what the sets promise.</source>
        <translation>Daneben steht, was die Mengen versprechen.</translation>
    </message>
    <message>
        <source>By group, or by file (unsound where files are copies or repeats).</source>
        <translation>Nach Gruppen oder nach Dateien (unsauber, wo Dateien Kopien oder Wiederholungen sind).</translation>
    </message>
    <message>
        <source>CSV column to split by (patient or recording day); empty means none.</source>
        <translation>CSV-Spalte, nach der geteilt wird (Patient oder Aufnahmetag); leer bedeutet keine.</translation>
    </message>
    <message>
        <source>CSV column with a number printed on the page, used as a baseline alone.</source>
        <translation>CSV-Spalte mit einer Zahl, die auf der Seite gedruckt ist; sie dient allein als Vergleichswert.</translation>
    </message>
    <message>
        <source>CSV column with how often a page occurs in the published set.</source>
        <translation>CSV-Spalte damit, wie oft eine Seite in der veröffentlichten Sammlung vorkommt.</translation>
    </message>
    <message>
        <source>CSV column with the class, or the classes.</source>
        <translation>CSV-Spalte mit der Klasse oder den Klassen.</translation>
    </message>
    <message>
        <source>CSV column with the picture&apos;s path.</source>
        <translation>CSV-Spalte mit dem Pfad des Bildes.</translation>
    </message>
    <message>
        <source>Calibrating on these pages does not clearly help: the log loss of pages that had no part in it changes by {change:+.3f} ({low:+.3f} to {high:+.3f}).</source>
        <translation>Auf diesen Seiten zu kalibrieren hilft nicht eindeutig: Der Log-Verlust auf Seiten, die daran keinen Anteil hatten, ändert sich um {change:+.3f} ({low:+.3f} bis {high:+.3f}).</translation>
    </message>
    <message>
        <source>Calibrating on these pages helps: the log loss of pages that had no part in it changes by {change:+.3f} ({low:+.3f} to {high:+.3f}).</source>
        <translation>Auf diesen Seiten zu kalibrieren hilft: Der Log-Verlust auf Seiten, die daran keinen Anteil hatten, ändert sich um {change:+.3f} ({low:+.3f} bis {high:+.3f}).</translation>
    </message>
    <message>
        <source>Calibration of probabilities.</source>
        <translation>Kalibrierung der Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation>Hinweise zur Vorsicht</translation>
    </message>
    <message>
        <source>Chance changes of digitised leads, for networks that read those.</source>
        <translation>Zufällige Änderungen digitalisierter Ableitungen, für Netze, die diese lesen.</translation>
    </message>
    <message>
        <source>Chance changes of views; empty means none.</source>
        <translation>Zufällige Änderungen der Ansichten; leer bedeutet keine.</translation>
    </message>
    <message>
        <source>Chance of a Gaussian blur.</source>
        <translation>Wahrscheinlichkeit einer Gaußschen Unschärfe.</translation>
    </message>
    <message>
        <source>Chance of a grey view.</source>
        <translation>Wahrscheinlichkeit einer grauen Ansicht.</translation>
    </message>
    <message>
        <source>Chance of a mirrored view; it turns time around.</source>
        <translation>Wahrscheinlichkeit einer gespiegelten Ansicht; dabei läuft die Zeit rückwärts.</translation>
    </message>
    <message>
        <source>Chance of an erased rectangle.</source>
        <translation>Wahrscheinlichkeit eines gelöschten Rechtecks.</translation>
    </message>
    <message>
        <source>Chance of another printed grid.</source>
        <translation>Wahrscheinlichkeit eines anderen gedruckten Rasters.</translation>
    </message>
    <message>
        <source>Chance of any change of colour.</source>
        <translation>Wahrscheinlichkeit irgendeiner Farbänderung.</translation>
    </message>
    <message>
        <source>Chance of margins in one shade.</source>
        <translation>Wahrscheinlichkeit einfarbiger Ränder.</translation>
    </message>
    <message>
        <source>Chance of that distortion.</source>
        <translation>Wahrscheinlichkeit dieser Verzerrung.</translation>
    </message>
    <message>
        <source>Chance that a lead is flat.</source>
        <translation>Wahrscheinlichkeit, dass eine Ableitung flach ist.</translation>
    </message>
    <message>
        <source>Chance that a view loses two patches.</source>
        <translation>Wahrscheinlichkeit, dass eine Ansicht zwei Flecken verliert.</translation>
    </message>
    <message>
        <source>Chance that the header is masked.</source>
        <translation>Wahrscheinlichkeit, dass der Kopf verdeckt wird.</translation>
    </message>
    <message>
        <source>Changes of the first view.</source>
        <translation>Änderungen der ersten Ansicht.</translation>
    </message>
    <message>
        <source>Changes of the second view.</source>
        <translation>Änderungen der zweiten Ansicht.</translation>
    </message>
    <message>
        <source>Check that the page shows one, is upright, and that the crop holds the tracing.</source>
        <translation>Prüfen Sie, ob die Seite eine zeigt, aufrecht steht und der Ausschnitt die Aufzeichnung enthält.</translation>
    </message>
    <message>
        <source>Check the free space and the access rights of that folder, or name another one.</source>
        <translation>Prüfen Sie den freien Platz und die Zugriffsrechte dieses Ordners oder nennen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Check the free space, or install the program again.</source>
        <translation>Prüfen Sie den freien Platz oder installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Check the name, or try again later.</source>
        <translation>Prüfen Sie den Namen oder versuchen Sie es später.</translation>
    </message>
    <message>
        <source>Choose a scan or photograph of an ECG.</source>
        <translation>Wählen Sie einen Scan oder ein Foto eines EKGs.</translation>
    </message>
    <message>
        <source>Copies of each page with other resolution, coding and light, so that these tell nothing.</source>
        <translation>Kopien jeder Seite mit anderer Auflösung, Kodierung und Beleuchtung, damit diese nichts verraten.</translation>
    </message>
    <message>
        <source>Coverage of the prediction set.</source>
        <translation>Abdeckung der Vorhersagemenge.</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Crop to the tracing</source>
        <translation>Auf die Aufzeichnung zuschneiden</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Decay of a running average of the weights; 0 means none.</source>
        <translation>Wie schnell ein gleitendes Mittel der Gewichte vergisst; 0 bedeutet keines.</translation>
    </message>
    <message>
        <source>Decay of weights.</source>
        <translation>Schrumpfung der Gewichte (weight decay).</translation>
    </message>
    <message>
        <source>Deepest shadow across the page.</source>
        <translation>Tiefster Schatten über der Seite.</translation>
    </message>
    <message>
        <source>Do not rely on the class: scan the sheet flat and whole, or set corners, scale and leads by hand.</source>
        <translation>Verlassen Sie sich nicht auf die Klasse: Scannen Sie das Blatt flach und ganz, oder setzen Sie Ecken, Maßstab und Ableitungen von Hand.</translation>
    </message>
    <message>
        <source>Do not rely on what was measured.</source>
        <translation>Verlassen Sie sich nicht auf die Messwerte.</translation>
    </message>
    <message>
        <source>ECG page report</source>
        <translation>Bericht zu einer EKG-Seite</translation>
    </message>
    <message>
        <source>Epochs of a linear rise before a cosine or constant course; 0: none.</source>
        <translation>Durchgänge mit linearem Anstieg vor einem Kosinus- oder gleichbleibenden Verlauf; 0: keine.</translation>
    </message>
    <message>
        <source>Epochs of the cosine&apos;s fall (T_max); 0 means the whole run.</source>
        <translation>Durchgänge, in denen der Kosinus fällt (T_max); 0 bedeutet den ganzen Lauf.</translation>
    </message>
    <message>
        <source>Epochs over the larger number of files.</source>
        <translation>Durchgänge über die größere Zahl von Dateien.</translation>
    </message>
    <message>
        <source>Epochs without a better figure before stopping.</source>
        <translation>Durchgänge ohne besseren Wert, bevor angehalten wird.</translation>
    </message>
    <message>
        <source>Expected calibration error</source>
        <translation>Erwarteter Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Export it again in mV or µV.</source>
        <translation>Exportieren Sie sie erneut in mV oder µV.</translation>
    </message>
    <message>
        <source>Export it again, with its .hea and .dat side by side.</source>
        <translation>Exportieren Sie sie erneut, mit .hea und .dat nebeneinander.</translation>
    </message>
    <message>
        <source>Export it as PDF.</source>
        <translation>Exportieren Sie es als PDF.</translation>
    </message>
    <message>
        <source>Export it uncompressed, or as PNG.</source>
        <translation>Exportieren Sie es unkomprimiert oder als PNG.</translation>
    </message>
    <message>
        <source>Export the ECG itself, as a waveform, a picture or a PDF.</source>
        <translation>Exportieren Sie das EKG selbst, als Signal, Bild oder PDF.</translation>
    </message>
    <message>
        <source>Export the resting ECG with its twelve leads.</source>
        <translation>Exportieren Sie das Ruhe-EKG mit seinen zwölf Ableitungen.</translation>
    </message>
    <message>
        <source>Factor on saturation, before greyscale.</source>
        <translation>Faktor auf die Sättigung, vor dem Grau.</translation>
    </message>
    <message>
        <source>Factor on the page&apos;s brightness.</source>
        <translation>Faktor auf die Helligkeit der Seite.</translation>
    </message>
    <message>
        <source>Factor on the picture&apos;s contrast.</source>
        <translation>Faktor auf den Kontrast des Bildes.</translation>
    </message>
    <message>
        <source>Few pages of {classes}: figures of these say little.</source>
        <translation>Wenige Seiten von {classes}: Zahlen zu diesen Klassen sagen wenig.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File hash</source>
        <translation>Prüfsumme der Datei</translation>
    </message>
    <message>
        <source>Files a class is brought to by augmented copies before the split.</source>
        <translation>Dateien, auf die eine Klasse vor der Teilung durch veränderte Kopien gebracht wird.</translation>
    </message>
    <message>
        <source>Folder of the CSV&apos;s paths, relative to the CSV.</source>
        <translation>Ordner der Pfade in der CSV-Liste, von dieser aus gesehen.</translation>
    </message>
    <message>
        <source>Folder with larger originals of some pages, for the shift table.</source>
        <translation>Ordner mit größeren Originalen einiger Seiten, für die Tabelle der Veränderungen.</translation>
    </message>
    <message>
        <source>Folds of a k-fold.</source>
        <translation>Teile einer k-fachen Teilung.</translation>
    </message>
    <message>
        <source>Folds of the cross-validation.</source>
        <translation>Teile der Kreuzvalidierung.</translation>
    </message>
    <message>
        <source>Folds that are held out in turn; 0 means all, 1 is a hold-out.</source>
        <translation>Teile, die nacheinander zurückgehalten werden; 0 bedeutet alle, 1 ist eine einfache Teilung.</translation>
    </message>
    <message>
        <source>Free some space, or name another folder.</source>
        <translation>Schaffen Sie Platz oder nennen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Further chance changes of views, as papers name them; empty means none.</source>
        <translation>Weitere zufällige Änderungen der Ansichten, wie Arbeiten sie nennen; leer bedeutet keine.</translation>
    </message>
    <message>
        <source>Group by {column}</source>
        <translation>Nach {column} gruppieren</translation>
    </message>
    <message>
        <source>Group them</source>
        <translation>Zusammen gruppieren</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>Herzfrequenz</translation>
    </message>
    <message>
        <source>Height of the network&apos;s input in pixels.</source>
        <translation>Höhe der Eingabe des Netzes in Pixeln.</translation>
    </message>
    <message>
        <source>Held-out pages of the training, from the card, beside the pages here.</source>
        <translation>Zurückgehaltene Seiten des Trainings, von der Karte, neben den Seiten hier.</translation>
    </message>
    <message>
        <source>Highest learning rate.</source>
        <translation>Höchste Lernrate.</translation>
    </message>
    <message>
        <source>Holds out a larger part at a time, so that each part can have pages of every class.</source>
        <translation>Hält jedes Mal einen größeren Teil zurück, so dass jeder Teil Seiten jeder Klasse haben kann.</translation>
    </message>
    <message>
        <source>Holds out all pages with the same {column} together.</source>
        <translation>Hält alle Seiten mit gleichem {column} gemeinsam zurück.</translation>
    </message>
    <message>
        <source>How a crop becomes input; empty means the architecture&apos;s own.</source>
        <translation>Wie ein Ausschnitt zur Eingabe wird; leer bedeutet die Art des Netzes selbst.</translation>
    </message>
    <message>
        <source>How a crop is made smaller: the mean over areas, or bicubic.</source>
        <translation>Wie ein Ausschnitt verkleinert wird: Mittel über Flächen oder bikubisch.</translation>
    </message>
    <message>
        <source>How figures are obtained: soundly, or as the paper did, leaks and all.</source>
        <translation>Wie Zahlen zustande kommen: sauber oder wie in der Arbeit, mit allen Lecks.</translation>
    </message>
    <message>
        <source>How files of the published set are divided, copies and all.</source>
        <translation>Wie die Dateien der veröffentlichten Sammlung geteilt werden, mit allen Kopien.</translation>
    </message>
    <message>
        <source>How little easy pages count in the focal loss; 0: as others.</source>
        <translation>Wie wenig leichte Seiten im fokalen Verlust zählen; 0: wie andere.</translation>
    </message>
    <message>
        <source>How often the split is drawn, each time with the next seed.</source>
        <translation>Wie oft die Teilung gezogen wird, jedes Mal mit dem nächsten Startwert.</translation>
    </message>
    <message>
        <source>How often the training files of a class are copied further; others once.</source>
        <translation>Wie oft die Trainingsdateien einer Klasse weiter kopiert werden; andere einmal.</translation>
    </message>
    <message>
        <source>How pages are held out.</source>
        <translation>Wie Seiten zurückgehalten werden.</translation>
    </message>
    <message>
        <source>How the rate goes over the run.</source>
        <translation>Wie die Lernrate über den Lauf verläuft.</translation>
    </message>
    <message>
        <source>How weights move in it.</source>
        <translation>Wie sich die Gewichte dabei bewegen.</translation>
    </message>
    <message>
        <source>How weights move.</source>
        <translation>Wie sich die Gewichte bewegen.</translation>
    </message>
    <message>
        <source>It gets what the program reads of a page: where leads are not found or misread, its answer means nothing. No class is said where fewer than ten leads were read, parts of the traces are missing, or limb leads contradict each other; what else was misread is not noticed.</source>
        <translation>Es bekommt, was das Programm von einer Seite liest: Wo Ableitungen nicht gefunden oder falsch gelesen werden, bedeutet seine Antwort nichts. Keine Klasse wird genannt, wo weniger als zehn Ableitungen gelesen wurden, Teile der Kurven fehlen oder Extremitätenableitungen einander widersprechen; was sonst falsch gelesen wurde, fällt nicht auf.</translation>
    </message>
    <message>
        <source>Its decay; empty means the common one.</source>
        <translation>Deren Schrumpfung; leer bedeutet die gemeinsame.</translation>
    </message>
    <message>
        <source>Its highest rate; empty means the common one.</source>
        <translation>Deren höchste Lernrate; leer bedeutet die gemeinsame.</translation>
    </message>
    <message>
        <source>Keep one of each</source>
        <translation>Von jeder eine behalten</translation>
    </message>
    <message>
        <source>Keeps all files, and each set on one side of every split.</source>
        <translation>Behält alle Dateien, und jeden Satz auf einer Seite jeder Teilung.</translation>
    </message>
    <message>
        <source>Labels are those of the published set; nobody has read the pages again. Pages of one patient within a day may be among them, which is why days are held out whole.</source>
        <translation>Die Klassen sind die der veröffentlichten Sammlung; niemand hat die Seiten noch einmal befundet. Seiten eines Patienten vom selben Tag können darunter sein, darum werden Tage ganz zurückgehalten.</translation>
    </message>
    <message>
        <source>Largest SD of noise.</source>
        <translation>Größte Standardabweichung des Rauschens.</translation>
    </message>
    <message>
        <source>Largest SD of pixel noise.</source>
        <translation>Größte Standardabweichung des Pixelrauschens.</translation>
    </message>
    <message>
        <source>Largest affine shear.</source>
        <translation>Größte affine Scherung.</translation>
    </message>
    <message>
        <source>Largest affine shift, as a share.</source>
        <translation>Größte affine Verschiebung, als Anteil.</translation>
    </message>
    <message>
        <source>Largest change of brightness.</source>
        <translation>Größte Änderung der Helligkeit.</translation>
    </message>
    <message>
        <source>Largest change of contrast.</source>
        <translation>Größte Änderung des Kontrasts.</translation>
    </message>
    <message>
        <source>Largest change of hue.</source>
        <translation>Größte Änderung des Farbtons.</translation>
    </message>
    <message>
        <source>Largest change of saturation.</source>
        <translation>Größte Änderung der Sättigung.</translation>
    </message>
    <message>
        <source>Largest distortion of perspective.</source>
        <translation>Größte perspektivische Verzerrung.</translation>
    </message>
    <message>
        <source>Largest norm of the gradient; 0 means no limit.</source>
        <translation>Größte Norm des Gradienten; 0 bedeutet keine Grenze.</translation>
    </message>
    <message>
        <source>Largest shift in time, as share of a row.</source>
        <translation>Größte Verschiebung in der Zeit, als Anteil einer Zeile.</translation>
    </message>
    <message>
        <source>Largest shift, as a share of the side.</source>
        <translation>Größte Verschiebung, als Anteil der Seitenlänge.</translation>
    </message>
    <message>
        <source>Largest side of a lost patch.</source>
        <translation>Größte Kantenlänge eines verlorenen Flecks.</translation>
    </message>
    <message>
        <source>Largest slow wave of the baseline, as a share of the height.</source>
        <translation>Größte langsame Welle der Grundlinie, als Anteil der Höhe.</translation>
    </message>
    <message>
        <source>Largest stretch of time.</source>
        <translation>Größte Dehnung der Zeit.</translation>
    </message>
    <message>
        <source>Largest turn of a view.</source>
        <translation>Größte Drehung einer Ansicht.</translation>
    </message>
    <message>
        <source>Largest turn of the hue, before greyscale.</source>
        <translation>Größte Drehung des Farbtons, vor dem Grau.</translation>
    </message>
    <message>
        <source>Largest turn.</source>
        <translation>Größte Drehung.</translation>
    </message>
    <message>
        <source>Leave out --no-measure.</source>
        <translation>Lassen Sie --no-measure weg.</translation>
    </message>
    <message>
        <source>Leave the class out</source>
        <translation>Die Klasse weglassen</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Leaves all pages of {labels} out.</source>
        <translation>Lässt alle Seiten von {labels} weg.</translation>
    </message>
    <message>
        <source>Leaves out all {files} files that hold these pages: nobody knows which label is right.</source>
        <translation>Lässt alle {files} Dateien weg, die diese Seiten enthalten: Niemand weiß, welche Klasse stimmt.</translation>
    </message>
    <message numerus="yes">
        <source>Leaves {n} files out and keeps the first of each set.</source>
        <translation>
            <numerusform>Lässt {n} Datei weg und behält die erste jedes Satzes.</numerusform>
            <numerusform>Lässt {n} Dateien weg und behält die erste jedes Satzes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leaves {n} files out of the list; the files themselves stay.</source>
        <translation>
            <numerusform>Lässt {n} Datei aus der Liste weg; die Datei selbst bleibt.</numerusform>
            <numerusform>Lässt {n} Dateien aus der Liste weg; die Dateien selbst bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leaves {n} files out: each page stays in the smallest of its parts alone.</source>
        <translation>
            <numerusform>Lässt {n} Datei weg: Jede Seite bleibt nur im kleinsten ihrer Teile.</numerusform>
            <numerusform>Lässt {n} Dateien weg: Jede Seite bleibt nur im kleinsten ihrer Teile.</numerusform>
        </translation>
    </message>
    <message>
        <source>Licence and attribution of the weights.</source>
        <translation>Lizenz und Namensnennung der Gewichte.</translation>
    </message>
    <message>
        <source>Made by ecgdesk on this computer</source>
        <translation>Mit ecgdesk auf diesem Rechner erstellt</translation>
    </message>
    <message>
        <source>Margin of the triplet loss.</source>
        <translation>Abstand im Triplet-Verlust.</translation>
    </message>
    <message>
        <source>Mean probability of the top class, in bins</source>
        <translation>Mittlere Wahrscheinlichkeit der ersten Klasse, in Stufen</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Median distance from the training pages, over the limit</source>
        <translation>Mittlerer Abstand (Median) zu den Trainingsseiten, geteilt durch die Grenze</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model hash</source>
        <translation>Prüfsumme des Modells</translation>
    </message>
    <message>
        <source>Name one with --out.</source>
        <translation>Nennen Sie einen mit --out.</translation>
    </message>
    <message>
        <source>Name them I, II, … V6 and export it again.</source>
        <translation>Nennen Sie sie I, II, … V6 und exportieren Sie erneut.</translation>
    </message>
    <message>
        <source>Name them I, II, … V6.</source>
        <translation>Nennen Sie sie I, II, … V6.</translation>
    </message>
    <message>
        <source>Names of parts; &quot;*&quot; means all of them.</source>
        <translation>Namen von Teilen; &quot;*&quot; bedeutet alle.</translation>
    </message>
    <message>
        <source>No P wave keeps the same place before the QRS complexes.</source>
        <translation>Keine P-Welle steht stets an derselben Stelle vor den QRS-Komplexen.</translation>
    </message>
    <message>
        <source>No class is stated for such pages; where they are many, the model does not fit.</source>
        <translation>Für solche Seiten wird keine Klasse genannt; wo es viele sind, passt das Modell nicht.</translation>
    </message>
    <message>
        <source>No public weights are known for {network!r}.</source>
        <translation>Für {network!r} sind keine öffentlichen Gewichte bekannt.</translation>
    </message>
    <message>
        <source>No reason is given for this page.</source>
        <translation>Für diese Seite ist kein Grund angegeben.</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <source>No trace was read from this page.</source>
        <translation>Von dieser Seite wurde keine Kurve gelesen.</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Not sure. The leads were not read well enough for this model.</source>
        <translation>Nicht sicher. Die Ableitungen wurden für dieses Modell nicht gut genug gelesen.</translation>
    </message>
    <message>
        <source>Nothing can be written: {cause}.</source>
        <translation>Es kann nichts geschrieben werden: {cause}.</translation>
    </message>
    <message>
        <source>Nothing says which pages are of one patient or one day, so each page is a group of its own: pages of a patient on both sides of a split would make figures too good.</source>
        <translation>Nichts sagt, welche Seiten von einem Patienten oder einem Tag sind, darum ist jede Seite eine Gruppe für sich: Seiten eines Patienten beiderseits einer Teilung würden die Zahlen zu gut machen.</translation>
    </message>
    <message>
        <source>Of test pages of any class scored like this, {correct} of {pages} were right.</source>
        <translation>Von Testseiten jeder Klasse mit solcher Bewertung waren {correct} von {pages} richtig.</translation>
    </message>
    <message>
        <source>Of the pages called {name} in the test, {correct} of {pages} were right.</source>
        <translation>Von den Seiten, die im Test {name} genannt wurden, waren {correct} von {pages} richtig.</translation>
    </message>
    <message>
        <source>On a machine with a network: ecgdesk models fetch {network} --to FOLDER. Carry the folder here and copy it: ecgdesk models fetch {network} --from FOLDER. They then lie at {place}.safetensors. Or set model.pretrained to &quot;if available&quot;.</source>
        <translation>Auf einem Rechner mit Netz: ecgdesk models fetch {network} --to ORDNER. Bringen Sie den Ordner hierher und kopieren Sie ihn: ecgdesk models fetch {network} --from ORDNER. Die Gewichte liegen dann in {place}.safetensors. Oder setzen Sie model.pretrained auf &quot;if available&quot;.</translation>
    </message>
    <message>
        <source>Only 2.5 s of each lead and one 10 s strip are used, as a page of three rows shows them.</source>
        <translation>Nur 2,5 s jeder Ableitung und ein Streifen von 10 s werden benutzt, wie eine Seite mit drei Zeilen sie zeigt.</translation>
    </message>
    <message>
        <source>Only 22 of the 387 pages show a myocardial infarction: every figure of that class is uncertain.</source>
        <translation>Nur 22 der 387 Seiten zeigen einen Myokardinfarkt: Jede Zahl zu dieser Klasse ist unsicher.</translation>
    </message>
    <message>
        <source>Only {count} of the twelve leads could be read.</source>
        <translation>Nur {count} der zwölf Ableitungen konnten gelesen werden.</translation>
    </message>
    <message>
        <source>Options of that entry.</source>
        <translation>Einstellungen dieses Eintrags.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page {hash} (page {number})</source>
        <translation>Seite {hash} (Seite {number})</translation>
    </message>
    <message>
        <source>Pages a step, each in two views.</source>
        <translation>Seiten je Schritt, jede in zwei Ansichten.</translation>
    </message>
    <message>
        <source>Pages called unlike the training pages</source>
        <translation>Seiten, die anders genannt werden als die Trainingsseiten</translation>
    </message>
    <message>
        <source>Pages left as not sure</source>
        <translation>Seiten, bei denen das Modell nicht sicher ist</translation>
    </message>
    <message>
        <source>Pages, evenly chosen, for the shift table; 0 means no table.</source>
        <translation>Gleichmäßig ausgewählte Seiten für die Tabelle der Veränderungen; 0 bedeutet keine Tabelle.</translation>
    </message>
    <message>
        <source>Parts of the traces are hidden; nothing was read there.</source>
        <translation>Teile der Kurven sind verdeckt; dort wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Parts of the traces could not be read.</source>
        <translation>Teile der Kurven konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Parts that begin to learn later; empty means all learn at once.</source>
        <translation>Teile, die erst später lernen; leer bedeutet, dass alle zugleich lernen.</translation>
    </message>
    <message>
        <source>Parts with rates or decays of their own.</source>
        <translation>Teile mit eigener Lernrate oder Schrumpfung.</translation>
    </message>
    <message>
        <source>Passes over the training pages.</source>
        <translation>Durchgänge durch die Trainingsseiten.</translation>
    </message>
    <message>
        <source>Photographs were imitated, not collected: shadows, turns, blur and JPEG were simulated on scans.</source>
        <translation>Fotos wurden nachgeahmt, nicht gesammelt: Schatten, Drehungen, Unschärfe und JPEG wurden auf Scans simuliert.</translation>
    </message>
    <message>
        <source>Possible: {classes}</source>
        <translation>Möglich: {classes}</translation>
    </message>
    <message>
        <source>Precision of training steps.</source>
        <translation>Genauigkeit der Rechnung beim Training.</translation>
    </message>
    <message>
        <source>Prediction sets that hold the true class</source>
        <translation>Vorhersagemengen, die die wahre Klasse enthalten</translation>
    </message>
    <message>
        <source>Probabilities carry the training&apos;s shares of classes; where these differ, calibrate again.</source>
        <translation>Wahrscheinlichkeiten enthalten die Klassenanteile des Trainings; wo diese anders sind, kalibrieren Sie neu.</translation>
    </message>
    <message>
        <source>Probability {probability}</source>
        <translation>Wahrscheinlichkeit {probability}</translation>
    </message>
    <message>
        <source>Probability {probability}; likely enough to be named</source>
        <translation>Wahrscheinlichkeit {probability}; genug, um genannt zu werden</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Quality of a saved copy.</source>
        <translation>Qualität einer gespeicherten Kopie.</translation>
    </message>
    <message>
        <source>Report it beside the figures</source>
        <translation>Neben den Zahlen berichten</translation>
    </message>
    <message>
        <source>Research and education. Not for diagnosis.</source>
        <translation>Für Forschung und Lehre. Nicht zur Diagnose.</translation>
    </message>
    <message>
        <source>Restart the program; if it happens again, update the driver.</source>
        <translation>Starten Sie das Programm neu; geschieht es wieder, aktualisieren Sie den Treiber.</translation>
    </message>
    <message>
        <source>Resume the run to have them written again.</source>
        <translation>Setzen Sie den Lauf fort, damit sie neu geschrieben werden.</translation>
    </message>
    <message>
        <source>Retake it with the whole sheet visible.</source>
        <translation>Nehmen Sie sie noch einmal auf, mit dem ganzen Blatt im Bild.</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Rhythmus</translation>
    </message>
    <message>
        <source>Right axis deviation</source>
        <translation>Rechtslagetyp</translation>
    </message>
    <message>
        <source>Right bundle branch block</source>
        <translation>Rechtsschenkelblock</translation>
    </message>
    <message>
        <source>Right ventricular hypertrophy</source>
        <translation>Rechtsventrikuläre Hypertrophie</translation>
    </message>
    <message>
        <source>Run “ecgdesk doctor” for the cause.</source>
        <translation>„ecgdesk doctor“ nennt die Ursache.</translation>
    </message>
    <message>
        <source>Run “ecgdesk models fetch NAME --to FOLDER” on a machine with a network, carry the folder here, and copy it with “ecgdesk models fetch NAME --from FOLDER”, or name it in ECGDESK_WEIGHTS.</source>
        <translation>Führen Sie „ecgdesk models fetch NAME --to FOLDER“ auf einem Rechner mit Netz aus, bringen Sie den Ordner hierher und kopieren Sie ihn mit „ecgdesk models fetch NAME --from FOLDER“, oder nennen Sie ihn in ECGDESK_WEIGHTS.</translation>
    </message>
    <message>
        <source>SD of Gaussian pixel noise.</source>
        <translation>Standardabweichung des Gaußschen Pixelrauschens.</translation>
    </message>
    <message>
        <source>SD of a slow wave of the baseline.</source>
        <translation>Standardabweichung einer langsamen Welle der Grundlinie.</translation>
    </message>
    <message>
        <source>SD of a turn left in the crop.</source>
        <translation>Standardabweichung einer Drehung, die im Ausschnitt bleibt.</translation>
    </message>
    <message>
        <source>SD of each crop edge, as a share.</source>
        <translation>Standardabweichung jeder Kante des Ausschnitts, als Anteil.</translation>
    </message>
    <message>
        <source>SD of the blur, in pixels.</source>
        <translation>Standardabweichung der Unschärfe, in Pixeln.</translation>
    </message>
    <message>
        <source>SD of the log of a factor on all leads.</source>
        <translation>Standardabweichung des Logarithmus eines Faktors auf alle Ableitungen.</translation>
    </message>
    <message>
        <source>SD of the log of a factor on each lead.</source>
        <translation>Standardabweichung des Logarithmus eines Faktors auf jede Ableitung.</translation>
    </message>
    <message>
        <source>ST at J + 60 ms</source>
        <translation>ST bei J + 60 ms</translation>
    </message>
    <message>
        <source>ST depression</source>
        <translation>ST-Senkung</translation>
    </message>
    <message>
        <source>ST elevation</source>
        <translation>ST-Hebung</translation>
    </message>
    <message>
        <source>ST in {lead}</source>
        <translation>ST in {lead}</translation>
    </message>
    <message>
        <source>ST segment and T wave</source>
        <translation>ST-Strecke und T-Welle</translation>
    </message>
    <message>
        <source>ST/T change</source>
        <translation>ST-T-Veränderung</translation>
    </message>
    <message>
        <source>Save a copy without a password and open that.</source>
        <translation>Speichern Sie eine Kopie ohne Passwort und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>Save it again as a PNG.</source>
        <translation>Speichern Sie sie erneut als PNG.</translation>
    </message>
    <message>
        <source>Save it again as an 8-bit PNG or TIFF.</source>
        <translation>Speichern Sie sie erneut als PNG oder TIFF mit 8 Bit.</translation>
    </message>
    <message>
        <source>Save it again with fewer pages or a lower resolution.</source>
        <translation>Speichern Sie sie erneut mit weniger Seiten oder geringerer Auflösung.</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation>Speichern Sie sie als CSV in UTF-8.</translation>
    </message>
    <message>
        <source>Save it as a file and open that.</source>
        <translation>Speichern Sie es als Datei und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>Save one picture of it.</source>
        <translation>Speichern Sie ein Bild davon.</translation>
    </message>
    <message>
        <source>Save the bare state dict: as safetensors, or with torch.save of nothing but tensors.</source>
        <translation>Speichern Sie das bloße State-Dict: als safetensors oder mit torch.save nichts als Tensoren.</translation>
    </message>
    <message>
        <source>Save the page as one of these, or print it to PDF.</source>
        <translation>Speichern Sie die Seite in einem dieser Formate oder drucken Sie sie als PDF.</translation>
    </message>
    <message>
        <source>Says which of five diagnostic superclasses a 12-lead page shows; several are possible, or none.</source>
        <translation>Sagt, welche von fünf diagnostischen Oberklassen eine Seite mit 12 Ableitungen zeigt; mehrere sind möglich, oder keine.</translation>
    </message>
    <message>
        <source>Scan it again at 200 to 300 dpi.</source>
        <translation>Scannen Sie erneut mit 200 bis 300 dpi.</translation>
    </message>
    <message>
        <source>Scan the page again at 200 to 300 dpi.</source>
        <translation>Scannen Sie die Seite erneut mit 200 bis 300 dpi.</translation>
    </message>
    <message>
        <source>Scan the page again with more contrast.</source>
        <translation>Scannen Sie die Seite erneut mit mehr Kontrast.</translation>
    </message>
    <message>
        <source>Scan the page, or hold the camera still.</source>
        <translation>Scannen Sie die Seite oder halten Sie die Kamera ruhig.</translation>
    </message>
    <message>
        <source>Second-degree AV block</source>
        <translation>AV-Block zweiten Grades</translation>
    </message>
    <message>
        <source>See the log for the cause.</source>
        <translation>Die Ursache steht im Protokoll.</translation>
    </message>
    <message>
        <source>See timm.list_models() for the names it knows.</source>
        <translation>timm.list_models() nennt die Namen, die es kennt.</translation>
    </message>
    <message>
        <source>Seed of the split alone.</source>
        <translation>Startwert der Teilung allein.</translation>
    </message>
    <message>
        <source>Seed of weights, order and augmentation.</source>
        <translation>Startwert von Gewichten, Reihenfolge und Veränderungen.</translation>
    </message>
    <message>
        <source>Set model.pretrained to &quot;no&quot;, or import a file of your own with “ecgdesk models import FILE --for {network}”.</source>
        <translation>Setzen Sie model.pretrained auf &quot;no&quot;, oder importieren Sie eine eigene Datei mit „ecgdesk models import DATEI --for {network}“.</translation>
    </message>
    <message>
        <source>Set the scale and the leads by hand.</source>
        <translation>Setzen Sie Maßstab und Ableitungen von Hand.</translation>
    </message>
    <message>
        <source>Settings of the half that sees pictures were chosen by looking at fold 1; the other four folds give accuracy 0.934 (282 of 302). The half that reads lines is the best of three forms, and the mean of both was decided on all five folds, so the figures are somewhat optimistic; without any one fold the comparison names the same form.</source>
        <translation>Einstellungen der Hälfte, die Bilder sieht, wurden durch Ansehen von Teil 1 gewählt; die vier anderen Teile ergeben die Genauigkeit 0,934 (282 von 302). Die Hälfte, die Linien liest, ist die beste von drei Formen, und das Mittel beider wurde an allen fünf Teilen beschlossen, sodass die Werte etwas zu günstig sind; lässt man einen beliebigen Teil weg, nennt der Vergleich dieselbe Form.</translation>
    </message>
    <message>
        <source>Share given to all classes.</source>
        <translation>Anteil, der allen Klassen gegeben wird.</translation>
    </message>
    <message>
        <source>Share of a class&apos;s pages that its threshold is to find.</source>
        <translation>Anteil der Seiten einer Klasse, den ihre Schwelle finden soll.</translation>
    </message>
    <message>
        <source>Share of files held out by a hold-out.</source>
        <translation>Anteil der Dateien, die eine einfache Teilung zurückhält.</translation>
    </message>
    <message>
        <source>Share of files held out.</source>
        <translation>Anteil der zurückgehaltenen Dateien.</translation>
    </message>
    <message>
        <source>Share of pages that changed class against the training</source>
        <translation>Anteil der Seiten, die gegenüber dem Training die Klasse gewechselt haben</translation>
    </message>
    <message>
        <source>Share of steps in which it rises.</source>
        <translation>Anteil der Schritte, in denen sie steigt.</translation>
    </message>
    <message>
        <source>Share of the area a random crop keeps.</source>
        <translation>Anteil der Fläche, die ein zufälliger Ausschnitt behält.</translation>
    </message>
    <message>
        <source>Share of the area it takes.</source>
        <translation>Anteil der Fläche, die es einnimmt.</translation>
    </message>
    <message>
        <source>Share of the height it takes.</source>
        <translation>Anteil der Höhe, die er einnimmt.</translation>
    </message>
    <message>
        <source>Share of training pages kept apart.</source>
        <translation>Anteil der Trainingsseiten, der beiseite bleibt.</translation>
    </message>
    <message>
        <source>Share of views of the clean page.</source>
        <translation>Anteil der Ansichten der sauberen Seite.</translation>
    </message>
    <message>
        <source>Show rare classes more often</source>
        <translation>Seltene Klassen öfter zeigen</translation>
    </message>
    <message>
        <source>Signals need a folder.</source>
        <translation>Signale brauchen einen Ordner.</translation>
    </message>
    <message>
        <source>Sinus arrhythmia</source>
        <translation>Sinusarrhythmie</translation>
    </message>
    <message>
        <source>Sinus bradycardia</source>
        <translation>Sinusbradykardie</translation>
    </message>
    <message>
        <source>Sinus rhythm</source>
        <translation>Sinusrhythmus</translation>
    </message>
    <message>
        <source>Sinus tachycardia</source>
        <translation>Sinustachykardie</translation>
    </message>
    <message>
        <source>Smallest resolution kept.</source>
        <translation>Kleinste Auflösung, die bleibt.</translation>
    </message>
    <message>
        <source>Something unexpected happened; the log says where.</source>
        <translation>Etwas Unerwartetes ist geschehen; das Protokoll sagt, wo.</translation>
    </message>
    <message>
        <source>Something went wrong in the background.</source>
        <translation>Im Hintergrund ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation>Teilen Sie sie in kleinere Dateien.</translation>
    </message>
    <message>
        <source>Stability index of the top class&apos;s probability</source>
        <translation>Stabilitätsindex der Wahrscheinlichkeit der ersten Klasse</translation>
    </message>
    <message>
        <source>Stages, the first from epoch 1.</source>
        <translation>Stufen, die erste ab Durchgang 1.</translation>
    </message>
    <message>
        <source>Stopping early, or not.</source>
        <translation>Früher anhalten, oder nicht.</translation>
    </message>
    <message>
        <source>Stretch along time, about the middle.</source>
        <translation>Dehnung in der Zeit, um die Mitte.</translation>
    </message>
    <message>
        <source>Stretch in amplitude.</source>
        <translation>Dehnung der Höhe.</translation>
    </message>
    <message>
        <source>Stretch in time.</source>
        <translation>Dehnung in der Zeit.</translation>
    </message>
    <message>
        <source>Such a list is made to hold the right class for {share} of pages.</source>
        <translation>Eine solche Liste soll bei {share} der Seiten die richtige Klasse enthalten.</translation>
    </message>
    <message>
        <source>Supraventricular arrhythmia</source>
        <translation>Supraventrikuläre Rhythmusstörung</translation>
    </message>
    <message>
        <source>Supraventricular tachycardia</source>
        <translation>Supraventrikuläre Tachykardie</translation>
    </message>
    <message>
        <source>T-wave inversion</source>
        <translation>T-Negativierung</translation>
    </message>
    <message>
        <source>Take it again with more light.</source>
        <translation>Nehmen Sie sie mit mehr Licht noch einmal auf.</translation>
    </message>
    <message>
        <source>Temperature of InfoNCE.</source>
        <translation>Temperatur von InfoNCE.</translation>
    </message>
    <message>
        <source>The analysis was cancelled.</source>
        <translation>Die Analyse wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The architecture {architecture!r} cannot be built with these options: {cause}.</source>
        <translation>Die Architektur {architecture!r} lässt sich mit diesen Optionen nicht bauen: {cause}.</translation>
    </message>
    <message>
        <source>The beats found do not make a believable rate.</source>
        <translation>Die gefundenen Schläge ergeben keine glaubhafte Frequenz.</translation>
    </message>
    <message>
        <source>The beginning of the P wave does not stand out.</source>
        <translation>Der Beginn der P-Welle hebt sich nicht ab.</translation>
    </message>
    <message>
        <source>The beginning or the end of the QRS complex does not stand out.</source>
        <translation>Beginn oder Ende des QRS-Komplexes heben sich nicht ab.</translation>
    </message>
    <message>
        <source>The blocks of this network attend to different patches.</source>
        <translation>Die Blöcke dieses Netzes achten auf verschiedene Felder.</translation>
    </message>
    <message>
        <source>The card of {file} and its {part} do not match.</source>
        <translation>Die Karte von {file} und der Teil {part} passen nicht zusammen.</translation>
    </message>
    <message>
        <source>The card of {file} does not say which schema it follows.</source>
        <translation>Die Karte von {file} sagt nicht, welchem Schema sie folgt.</translation>
    </message>
    <message>
        <source>The card of {file} follows schema {schema!r:.20}; this program reads {own}.</source>
        <translation>Die Karte von {file} folgt Schema {schema!r:.20}; dieses Programm liest {own}.</translation>
    </message>
    <message>
        <source>The card of {file} is not readable JSON.</source>
        <translation>Die Karte von {file} ist kein lesbares JSON.</translation>
    </message>
    <message>
        <source>The card of {file} is not valid: {cause}.</source>
        <translation>Die Karte von {file} ist ungültig: {cause}.</translation>
    </message>
    <message>
        <source>The card of {file} sets an option to {value!r:.20}.</source>
        <translation>Die Karte von {file} setzt eine Option auf {value!r:.20}.</translation>
    </message>
    <message>
        <source>The card&apos;s figure is of held-out pages of the training set.</source>
        <translation>Die Zahl der Karte gilt für zurückgehaltene Seiten der Trainingssammlung.</translation>
    </message>
    <message numerus="yes">
        <source>The class {label} has pages of {n} groups only: not every one of {folds} folds can hold some.</source>
        <translation>
            <numerusform>Die Klasse {label} hat nur Seiten aus {n} Gruppe: Nicht jeder von {folds} Teilen kann welche enthalten.</numerusform>
            <numerusform>Die Klasse {label} hat nur Seiten aus {n} Gruppen: Nicht jeder von {folds} Teilen kann welche enthalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The classes in order, or the name of a known list; empty means all found, sorted.</source>
        <translation>Die Klassen in Reihenfolge oder der Name einer bekannten Liste; leer bedeutet alle gefundenen, sortiert.</translation>
    </message>
    <message>
        <source>The cleaned list could not be written.</source>
        <translation>Die bereinigte Liste konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The connection broke before {file} was whole.</source>
        <translation>Die Verbindung riss ab, bevor {file} ganz da war.</translation>
    </message>
    <message>
        <source>The crop cuts through a trace at its {edge} edge.</source>
        <translation>Der Ausschnitt schneidet am Rand {edge} durch eine Kurve.</translation>
    </message>
    <message>
        <source>The crop holds only a small part of the page.</source>
        <translation>Der Ausschnitt enthält nur einen kleinen Teil der Seite.</translation>
    </message>
    <message>
        <source>The data set&apos;s licence, for the card.</source>
        <translation>Die Lizenz der Datensammlung, für die Karte.</translation>
    </message>
    <message>
        <source>The data set&apos;s name and citation, for the card.</source>
        <translation>Name und Quelle der Datensammlung, für die Karte.</translation>
    </message>
    <message>
        <source>The description of the training pages in {file} is not usable.</source>
        <translation>Die Beschreibung der Trainingsseiten in {file} ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>The end of the T wave does not stand out.</source>
        <translation>Das Ende der T-Welle hebt sich nicht ab.</translation>
    </message>
    <message>
        <source>The ends of the P wave do not stand out.</source>
        <translation>Anfang und Ende der P-Welle heben sich nicht ab.</translation>
    </message>
    <message>
        <source>The engine could not be started, so pages cannot be analysed. The log says why.</source>
        <translation>Der Rechenkern konnte nicht gestartet werden, darum können keine Seiten analysiert werden. Das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>The engine does not start. Run “ecgdesk doctor” for the cause.</source>
        <translation>Der Rechenkern startet nicht. „ecgdesk doctor“ nennt die Ursache.</translation>
    </message>
    <message>
        <source>The engine is being restarted with the new settings.</source>
        <translation>Der Rechenkern startet mit den neuen Einstellungen neu.</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly and is being restarted. Nothing was lost.</source>
        <translation>Der Rechenkern blieb unerwartet stehen und startet neu. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>The evidence for {name} is spread over the leads; none stands out.</source>
        <translation>Die Hinweise auf {name} verteilen sich über die Ableitungen; keine sticht hervor.</translation>
    </message>
    <message>
        <source>The evidence for {name} is spread over the whole crop.</source>
        <translation>Die Hinweise auf {name} verteilen sich über den ganzen Ausschnitt.</translation>
    </message>
    <message>
        <source>The explained layer gives {given} dimensions; {layout} needs {wanted}.</source>
        <translation>Die erklärte Schicht gibt {given} Dimensionen; {layout} braucht {wanted}.</translation>
    </message>
    <message>
        <source>The figure that decides.</source>
        <translation>Die Zahl, die entscheidet.</translation>
    </message>
    <message>
        <source>The first epoch in which they learn, counted from 1.</source>
        <translation>Der erste Durchgang, in dem sie lernen, von 1 an gezählt.</translation>
    </message>
    <message>
        <source>The graphics card failed, so the processor is used from now on.</source>
        <translation>Die Grafikkarte versagte, darum wird von nun an der Prozessor benutzt.</translation>
    </message>
    <message>
        <source>The graphics card {card} is there but cannot be used ({cause}), so the processor is used. Run “ecgdesk doctor” for the cause.</source>
        <translation>Die Grafikkarte {card} ist da, kann aber nicht benutzt werden ({cause}), darum wird der Prozessor benutzt. „ecgdesk doctor“ nennt die Ursache.</translation>
    </message>
    <message>
        <source>The graphics card&apos;s memory was too small for this page, so the processor was used.</source>
        <translation>Der Speicher der Grafikkarte war für diese Seite zu klein, darum wurde der Prozessor benutzt.</translation>
    </message>
    <message>
        <source>The heat map changes when the crop is moved a little.</source>
        <translation>Die Wärmekarte ändert sich, wenn der Ausschnitt ein wenig wandert.</translation>
    </message>
    <message>
        <source>The heat map could not be computed.</source>
        <translation>Die Wärmekarte konnte nicht berechnet werden.</translation>
    </message>
    <message>
        <source>The heat map hardly depends on what the model has learnt. Do not rely on it.</source>
        <translation>Die Wärmekarte hängt kaum von dem ab, was das Modell gelernt hat. Verlassen Sie sich nicht auf sie.</translation>
    </message>
    <message>
        <source>The heat map holds values that are not numbers.</source>
        <translation>Die Wärmekarte enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>The heat map passed its checks.</source>
        <translation>Die Wärmekarte hat ihre Prüfungen bestanden.</translation>
    </message>
    <message>
        <source>The heat map passed its checks: {share} on the tracing.</source>
        <translation>Die Wärmekarte hat ihre Prüfungen bestanden: {share} auf der Aufzeichnung.</translation>
    </message>
    <message>
        <source>The heat map shows no place that speaks for {name}.</source>
        <translation>Die Wärmekarte zeigt keine Stelle, die für {name} spricht.</translation>
    </message>
    <message>
        <source>The label as it stands in the data.</source>
        <translation>Die Klasse, wie sie in den Daten steht.</translation>
    </message>
    <message>
        <source>The layer {layer!r} gives no single tensor.</source>
        <translation>Die Schicht {layer!r} gibt keinen einzelnen Tensor.</translation>
    </message>
    <message>
        <source>The layer {layer!r} ran {times} times in one forward pass.</source>
        <translation>Die Schicht {layer!r} lief {times}-mal in einem Durchgang.</translation>
    </message>
    <message>
        <source>The leads of this page are not known by name.</source>
        <translation>Die Ableitungen dieser Seite sind nicht mit Namen bekannt.</translation>
    </message>
    <message>
        <source>The leads of {file} are in {unit}, which is no voltage.</source>
        <translation>Die Ableitungen von {file} sind in {unit}, was keine Spannung ist.</translation>
    </message>
    <message>
        <source>The leads that were read contradict each other.</source>
        <translation>Die gelesenen Ableitungen widersprechen einander.</translation>
    </message>
    <message>
        <source>The light is very uneven.</source>
        <translation>Das Licht ist sehr ungleichmäßig.</translation>
    </message>
    <message>
        <source>The loss.</source>
        <translation>Der Verlust.</translation>
    </message>
    <message>
        <source>The loss: of one class a page, the same with hard pages first, of pictures against class sentences (needs a network with a text tower), or of each class for itself.</source>
        <translation>Der Verlust: einer Klasse je Seite, derselbe mit schweren Seiten zuerst, von Bildern gegen Sätze der Klassen (braucht ein Netz mit einem Textteil), oder jeder Klasse für sich.</translation>
    </message>
    <message>
        <source>The map is spread over the leads; none stands out.</source>
        <translation>Die Karte verteilt sich über die Ableitungen; keine sticht hervor.</translation>
    </message>
    <message>
        <source>The map is the same for every class: it is no evidence for one.</source>
        <translation>Die Karte ist für jede Klasse dieselbe: Sie ist für keine ein Hinweis.</translation>
    </message>
    <message>
        <source>The map shows no place that stands out.</source>
        <translation>Die Karte zeigt keine Stelle, die hervorsticht.</translation>
    </message>
    <message>
        <source>The margins alone, the tracing painted over, tell the class with a balanced accuracy of {value:.2f} ({low:.2f} to {high:.2f}); chance gives {fair:.2f}.</source>
        <translation>Die Ränder allein, mit übermalter Aufzeichnung, verraten die Klasse mit einer ausgewogenen Genauigkeit von {value:.2f} ({low:.2f} bis {high:.2f}); Zufall ergibt {fair:.2f}.</translation>
    </message>
    <message>
        <source>The mark is where a class begins to be named: {classes}.</source>
        <translation>Der Strich zeigt, ab wo eine Klasse genannt wird: {classes}.</translation>
    </message>
    <message>
        <source>The model does better here than on its own unseen pages: was it trained on some of these?</source>
        <translation>Das Modell ist hier besser als auf seinen eigenen ungesehenen Seiten: Wurde es auf einigen von diesen trainiert?</translation>
    </message>
    <message>
        <source>The model has no class {target!r} to explain.</source>
        <translation>Das Modell hat keine Klasse {target!r}, die erklärt werden könnte.</translation>
    </message>
    <message>
        <source>The model has no class {target!r}.</source>
        <translation>Das Modell hat keine Klasse {target!r}.</translation>
    </message>
    <message>
        <source>The model pack {file} cannot be opened: {reason}.</source>
        <translation>Das Modellpaket {file} kann nicht geöffnet werden: {reason}.</translation>
    </message>
    <message>
        <source>The model {model} gave no valid answer for this page.</source>
        <translation>Das Modell {model} gab für diese Seite keine gültige Antwort.</translation>
    </message>
    <message>
        <source>The model&apos;s name.</source>
        <translation>Der Name des Modells.</translation>
    </message>
    <message>
        <source>The model&apos;s probabilities are spread a little otherwise here than in training.</source>
        <translation>Die Wahrscheinlichkeiten des Modells verteilen sich hier etwas anders als im Training.</translation>
    </message>
    <message>
        <source>The model&apos;s probabilities are spread here as on held-out training pages.</source>
        <translation>Die Wahrscheinlichkeiten des Modells verteilen sich hier wie auf zurückgehaltenen Trainingsseiten.</translation>
    </message>
    <message>
        <source>The model&apos;s probabilities are spread otherwise here than on held-out training pages.</source>
        <translation>Die Wahrscheinlichkeiten des Modells verteilen sich hier anders als auf zurückgehaltenen Trainingsseiten.</translation>
    </message>
    <message>
        <source>The name people read.</source>
        <translation>Der Name, den Menschen lesen.</translation>
    </message>
    <message>
        <source>The network has no layer {layer!r} to explain.</source>
        <translation>Das Netz hat keine Schicht {layer!r}, die erklärt werden könnte.</translation>
    </message>
    <message>
        <source>The network in {file} has no layer {layer!r:.60} to compare.</source>
        <translation>Das Netz in {file} hat keine Schicht {layer!r:.60} zum Vergleichen.</translation>
    </message>
    <message>
        <source>The network sees the tracing alone; header, footer and margins are cut away before.</source>
        <translation>Das Netz sieht nur die Aufzeichnung; Kopf, Fuß und Ränder werden vorher weggeschnitten.</translation>
    </message>
    <message>
        <source>The network {network} has no layer that can be shown as a heat map.</source>
        <translation>Das Netz {network} hat keine Schicht, die als Wärmekarte gezeigt werden kann.</translation>
    </message>
    <message>
        <source>The optimiser.</source>
        <translation>Das Optimierungsverfahren.</translation>
    </message>
    <message>
        <source>The pack&apos;s id.</source>
        <translation>Die Kennung des Pakets.</translation>
    </message>
    <message>
        <source>The pack&apos;s name, licence and limits.</source>
        <translation>Name, Lizenz und Grenzen des Pakets.</translation>
    </message>
    <message>
        <source>The page is unlike those of the training, so that the map explains no answer.</source>
        <translation>Die Seite ist anders als die des Trainings; die Karte erklärt daher keine Antwort.</translation>
    </message>
    <message>
        <source>The page lay on its side; it was turned.</source>
        <translation>Die Seite lag auf der Seite; sie wurde gedreht.</translation>
    </message>
    <message>
        <source>The page was straightened from the photograph.</source>
        <translation>Die Seite wurde aus dem Foto gerade gerichtet.</translation>
    </message>
    <message>
        <source>The page was upside down; it was turned.</source>
        <translation>Die Seite stand auf dem Kopf; sie wurde gedreht.</translation>
    </message>
    <message>
        <source>The pasted picture could not be kept.</source>
        <translation>Das eingefügte Bild konnte nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The picture is blurred.</source>
        <translation>Das Bild ist unscharf.</translation>
    </message>
    <message>
        <source>The picture is very dark.</source>
        <translation>Das Bild ist sehr dunkel.</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>Der Drucker antwortet nicht.</translation>
    </message>
    <message>
        <source>The printer stopped.</source>
        <translation>Der Drucker hat angehalten.</translation>
    </message>
    <message>
        <source>The probability changes by {n} when the crop is moved by 1 %: unsteady.</source>
        <translation>Die Wahrscheinlichkeit ändert sich um {n}, wenn der Ausschnitt um 1 % wandert: unbeständig.</translation>
    </message>
    <message>
        <source>The program could not start itself.</source>
        <translation>Das Programm konnte sich nicht selbst starten.</translation>
    </message>
    <message>
        <source>The program would state a class on {share:.0%} of pages only.</source>
        <translation>Das Programm würde nur auf {share:.0%} der Seiten eine Klasse nennen.</translation>
    </message>
    <message>
        <source>The public weights of {network} are not in the weights folder.</source>
        <translation>Die öffentlichen Gewichte von {network} sind nicht im Ordner der Gewichte.</translation>
    </message>
    <message>
        <source>The reason for training on a leaky split; it is written into the card.</source>
        <translation>Der Grund, mit einer undichten Teilung zu trainieren; er steht dann auf der Karte.</translation>
    </message>
    <message>
        <source>The recipe is not whole yet.</source>
        <translation>Das Rezept ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>The recipe {file} cannot be read.</source>
        <translation>Das Rezept {file} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The record {file} cannot be read: {cause}.</source>
        <translation>Die Aufzeichnung {file} kann nicht gelesen werden: {cause}.</translation>
    </message>
    <message>
        <source>The sampling rate is {hz} Hz.</source>
        <translation>Die Abtastrate ist {hz} Hz.</translation>
    </message>
    <message>
        <source>The signal has missing values.</source>
        <translation>Dem Signal fehlen Werte.</translation>
    </message>
    <message>
        <source>The signal has no lead {lead}.</source>
        <translation>Das Signal hat keine Ableitung {lead}.</translation>
    </message>
    <message>
        <source>The signal has the shape {shape}, not {leads} leads of two samples or more.</source>
        <translation>Das Signal hat die Form {shape}, nicht {leads} Ableitungen mit zwei oder mehr Werten.</translation>
    </message>
    <message>
        <source>The signals in {file} cannot be read: {cause}.</source>
        <translation>Die Signale in {file} können nicht gelesen werden: {cause}.</translation>
    </message>
    <message>
        <source>The table cannot be written to {file}: that is a page.</source>
        <translation>Die Tabelle kann nicht nach {file} geschrieben werden: Das ist eine Seite.</translation>
    </message>
    <message>
        <source>The table would replace {file}, which is read.</source>
        <translation>Die Tabelle würde {file} ersetzen, das gelesen wird.</translation>
    </message>
    <message>
        <source>The traces are hard to follow: very thin, broken or few.</source>
        <translation>Den Kurven ist schwer zu folgen: sehr dünn, unterbrochen oder wenige.</translation>
    </message>
    <message>
        <source>The traces are very faint.</source>
        <translation>Die Kurven sind sehr blass.</translation>
    </message>
    <message>
        <source>The tracing is very small: {width:.0f} × {height:.0f} pixels.</source>
        <translation>Die Aufzeichnung ist sehr klein: {width:.0f} × {height:.0f} Bildpunkte.</translation>
    </message>
    <message>
        <source>The training could not be started.</source>
        <translation>Das Training konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The training pages described in {file} do not fit its network.</source>
        <translation>Die in {file} beschriebenen Trainingsseiten passen nicht zu seinem Netz.</translation>
    </message>
    <message>
        <source>The weights do not fit the network: {part} is missing.</source>
        <translation>Die Gewichte passen nicht zum Netz: {part} fehlt.</translation>
    </message>
    <message>
        <source>The weights do not fit the network: {part} is {given}, not {wanted}.</source>
        <translation>Die Gewichte passen nicht zum Netz: {part} ist {given}, nicht {wanted}.</translation>
    </message>
    <message>
        <source>The weights hold {part!r:.80}, which YOLOv8n-cls does not have.</source>
        <translation>Die Gewichte enthalten {part!r:.80}, das YOLOv8n-cls nicht hat.</translation>
    </message>
    <message>
        <source>The weights in {file} are not valid safetensors.</source>
        <translation>Die Gewichte in {file} sind keine gültigen safetensors.</translation>
    </message>
    <message>
        <source>The weights in {file} do not fit its card: {part:.60} is unknown.</source>
        <translation>Die Gewichte in {file} passen nicht zu seiner Karte: {part:.60} ist unbekannt.</translation>
    </message>
    <message>
        <source>The weights in {file} do not fit its card: {part} is missing.</source>
        <translation>Die Gewichte in {file} passen nicht zu seiner Karte: {part} fehlt.</translation>
    </message>
    <message>
        <source>The weights in {file} do not fit its card: {part} is {given}, not {wanted}.</source>
        <translation>Die Gewichte in {file} passen nicht zu seiner Karte: {part} ist {given}, nicht {wanted}.</translation>
    </message>
    <message>
        <source>The weights in {file} hold values that are not numbers ({part}).</source>
        <translation>Die Gewichte in {file} enthalten Werte, die keine Zahlen sind ({part}).</translation>
    </message>
    <message>
        <source>The weights {file} are damaged or were changed.</source>
        <translation>Die Gewichte {file} sind beschädigt oder wurden verändert.</translation>
    </message>
    <message>
        <source>The weights {source} are not fetched by this program.</source>
        <translation>Die Gewichte {source} werden von diesem Programm nicht geholt.</translation>
    </message>
    <message>
        <source>The weights {source} are not in the weights folder.</source>
        <translation>Die Gewichte {source} sind nicht im Ordner der Gewichte.</translation>
    </message>
    <message>
        <source>The weights {source} are not in {folder}.</source>
        <translation>Die Gewichte {source} sind nicht in {folder}.</translation>
    </message>
    <message>
        <source>The work ended without a word.</source>
        <translation>Die Arbeit endete ohne ein Wort.</translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation>Die Arbeit wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The {what} alone, without looking at the page, tells the class with a balanced accuracy of {value:.2f} ({low:.2f} to {high:.2f}); chance gives {fair:.2f}.</source>
        <translation>{what} allein verrät, ohne auf die Seite zu sehen, die Klasse mit einer ausgewogenen Genauigkeit von {value:.2f} ({low:.2f} bis {high:.2f}); Zufall ergibt {fair:.2f}.</translation>
    </message>
    <message>
        <source>There are lines here, but they do not look like an ECG.</source>
        <translation>Hier sind Linien, aber sie sehen nicht wie ein EKG aus.</translation>
    </message>
    <message>
        <source>There are no colours {name!r}.</source>
        <translation>Es gibt keine Farben {name!r}.</translation>
    </message>
    <message>
        <source>There is almost nothing drawn here.</source>
        <translation>Hier ist fast nichts gezeichnet.</translation>
    </message>
    <message>
        <source>There is no architecture {architecture!r} in the catalog.</source>
        <translation>Im Katalog gibt es keine Architektur {architecture!r}.</translation>
    </message>
    <message>
        <source>There is no class number {target} to explain.</source>
        <translation>Es gibt keine Klasse Nummer {target}, die erklärt werden könnte.</translation>
    </message>
    <message>
        <source>There is no connection to {host}.</source>
        <translation>Es besteht keine Verbindung zu {host}.</translation>
    </message>
    <message>
        <source>There is no explanation method {method!r}.</source>
        <translation>Es gibt kein Erklärungsverfahren {method!r}.</translation>
    </message>
    <message>
        <source>There is no explanation method {wanted!r}.</source>
        <translation>Es gibt kein Erklärungsverfahren {wanted!r}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Es gibt keine Datei {file}.</translation>
    </message>
    <message>
        <source>There is no graphics card that can be used here, so the processor is used.</source>
        <translation>Hier gibt es keine brauchbare Grafikkarte, darum wird der Prozessor benutzt.</translation>
    </message>
    <message>
        <source>There is no model {model!r}.</source>
        <translation>Es gibt kein Modell {model!r}.</translation>
    </message>
    <message>
        <source>There is not enough memory for {page}.</source>
        <translation>Für {page} reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>These are the very pages the model was trained on: every figure is too good.</source>
        <translation>Das sind genau die Seiten, auf denen das Modell trainiert wurde: Jede Zahl ist zu gut.</translation>
    </message>
    <message>
        <source>They are under AGPL-3.0. Get them from their publisher, save the bare tensors (docs/systems.md says how), and import that file with “ecgdesk models import FILE --for yolov8n-cls”.</source>
        <translation>Sie stehen unter AGPL-3.0. Holen Sie sie von ihrem Herausgeber, speichern Sie die bloßen Tensoren (docs/systems.md sagt, wie) und importieren Sie diese Datei mit „ecgdesk models import FILE --for yolov8n-cls“.</translation>
    </message>
    <message>
        <source>They are written when its folds are done.</source>
        <translation>Sie werden geschrieben, wenn seine Teile fertig sind.</translation>
    </message>
    <message>
        <source>Third-degree AV block</source>
        <translation>AV-Block dritten Grades</translation>
    </message>
    <message>
        <source>This is not a value as TOML writes it.</source>
        <translation>Das ist kein Wert, wie TOML ihn schreibt.</translation>
    </message>
    <message>
        <source>This network has no attention over patches to roll out.</source>
        <translation>Dieses Netz hat keine Aufmerksamkeit über Felder, die sich ausrollen ließe.</translation>
    </message>
    <message>
        <source>This page is cut off at the {edge} edge.</source>
        <translation>Diese Seite ist am Rand {edge} abgeschnitten.</translation>
    </message>
    <message>
        <source>This page is unlike the pages this model was trained on.</source>
        <translation>Diese Seite ist anders als die Seiten, auf denen dieses Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>This page lies on its side.</source>
        <translation>Diese Seite liegt auf der Seite.</translation>
    </message>
    <message>
        <source>This page seems to be upside down.</source>
        <translation>Diese Seite scheint auf dem Kopf zu stehen.</translation>
    </message>
    <message>
        <source>This page was not analysed.</source>
        <translation>Diese Seite wurde nicht analysiert.</translation>
    </message>
    <message>
        <source>Three colours, luminance, or the ink left when a coloured grid is taken away.</source>
        <translation>Drei Farben, Helligkeit, oder die Tinte, die bleibt, wenn ein farbiges Raster weggenommen ist.</translation>
    </message>
    <message>
        <source>Too many runs began at once in {name!r}.</source>
        <translation>In {name!r} begannen zu viele Läufe zugleich.</translation>
    </message>
    <message>
        <source>Train on worsened copies too</source>
        <translation>Auch auf verschlechterten Kopien trainieren</translation>
    </message>
    <message>
        <source>Trained on signals of 2,164 records of one collection (devices of one maker, Germany, 1989 to 1996). Prints of other machines were looked at, not counted.</source>
        <translation>Trainiert auf Signalen aus 2.164 Aufzeichnungen einer Sammlung (Geräte eines Herstellers, Deutschland, 1989 bis 1996). Ausdrucke anderer Geräte wurden angesehen, nicht gezählt.</translation>
    </message>
    <message>
        <source>Training pages of rarer classes are drawn more often; held-out pages stay as they are.</source>
        <translation>Trainingsseiten seltenerer Klassen werden öfter gezogen; zurückgehaltene Seiten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Try the processor.</source>
        <translation>Versuchen Sie den Prozessor.</translation>
    </message>
    <message>
        <source>Turn it upright, a quarter to the left.</source>
        <translation>Stellen Sie sie aufrecht, eine Vierteldrehung nach links.</translation>
    </message>
    <message>
        <source>Turn it upright, a quarter to the right.</source>
        <translation>Stellen Sie sie aufrecht, eine Vierteldrehung nach rechts.</translation>
    </message>
    <message>
        <source>Update ecgdesk, or ask for a model pack made for this version.</source>
        <translation>Aktualisieren Sie ecgdesk oder bitten Sie um ein Modellpaket für diese Version.</translation>
    </message>
    <message>
        <source>Use a larger sheet, a slower speed or a longer recording.</source>
        <translation>Nehmen Sie ein größeres Blatt, eine langsamere Geschwindigkeit oder eine längere Aufzeichnung.</translation>
    </message>
    <message>
        <source>Use another model for it.</source>
        <translation>Nehmen Sie dafür ein anderes Modell.</translation>
    </message>
    <message>
        <source>Use another model.</source>
        <translation>Nehmen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Use {folds} folds</source>
        <translation>{folds} Teile benutzen</translation>
    </message>
    <message>
        <source>Usual for {name}: {value} (8 of 10 training pages: {low} to {high}).</source>
        <translation>Üblich bei {name}: {value} (8 von 10 Trainingsseiten: {low} bis {high}).</translation>
    </message>
    <message>
        <source>Ventricular tachycardia</source>
        <translation>Ventrikuläre Tachykardie</translation>
    </message>
    <message>
        <source>Views a step.</source>
        <translation>Ansichten je Schritt.</translation>
    </message>
    <message>
        <source>Weight of 1 − cosine of the two views of a page.</source>
        <translation>Gewicht von 1 − Kosinus der zwei Ansichten einer Seite.</translation>
    </message>
    <message>
        <source>Weight of the triplet loss; 0 means none.</source>
        <translation>Gewicht des Triplet-Verlusts; 0 bedeutet keiner.</translation>
    </message>
    <message>
        <source>Weights are looked for in {folder}.</source>
        <translation>Gewichte werden in {folder} gesucht.</translation>
    </message>
    <message>
        <source>What each channel is divided by afterwards.</source>
        <translation>Wodurch jeder Kanal danach geteilt wird.</translation>
    </message>
    <message>
        <source>What each pixel adds on the way from an input of zeros (mean grey) to the page.</source>
        <translation>Was jeder Bildpunkt auf dem Weg von einer Eingabe aus Nullen (mittleres Grau) zur Seite beiträgt.</translation>
    </message>
    <message>
        <source>What each pixel adds on the way from blank paper to the page.</source>
        <translation>Was jeder Bildpunkt auf dem Weg von leerem Papier zur Seite beiträgt.</translation>
    </message>
    <message>
        <source>What is looked at: the tracing, the crop of paper C, or the whole page.</source>
        <translation>Was angesehen wird: die Aufzeichnung, der Ausschnitt von Arbeit C oder die ganze Seite.</translation>
    </message>
    <message>
        <source>What is subtracted from each channel, in [0, 1].</source>
        <translation>Was von jedem Kanal abgezogen wird, in [0, 1].</translation>
    </message>
    <message>
        <source>What is unsound, in words for the card.</source>
        <translation>Was unsauber ist, in Worten für die Karte.</translation>
    </message>
    <message>
        <source>What stands between the classes of a page that may have several or none; empty means that each page has one.</source>
        <translation>Was zwischen den Klassen einer Seite steht, die mehrere oder keine haben kann; leer bedeutet, dass jede Seite eine hat.</translation>
    </message>
    <message>
        <source>What the model does.</source>
        <translation>Was das Modell tut.</translation>
    </message>
    <message>
        <source>What the model was not shown or cannot do.</source>
        <translation>Was dem Modell nicht gezeigt wurde oder was es nicht kann.</translation>
    </message>
    <message>
        <source>What the paper did; used by its protocol alone.</source>
        <translation>Was in der Arbeit getan wurde; nur deren Protokoll benutzt es.</translation>
    </message>
    <message>
        <source>Where it is larger here, probabilities promise too much or too little.</source>
        <translation>Wo er hier größer ist, versprechen Wahrscheinlichkeiten zu viel oder zu wenig.</translation>
    </message>
    <message>
        <source>Where the cosine ends (its minimum).</source>
        <translation>Wo der Kosinus endet (sein kleinster Wert).</translation>
    </message>
    <message>
        <source>Where the last features speak for the class, by their mean gradient.</source>
        <translation>Wo die letzten Merkmale nach ihrem mittleren Gradienten für die Klasse sprechen.</translation>
    </message>
    <message>
        <source>Where to train.</source>
        <translation>Wo trainiert wird.</translation>
    </message>
    <message>
        <source>Whether a crop is stretched to the input or padded to it.</source>
        <translation>Ob ein Ausschnitt auf die Eingabe gedehnt oder zu ihr aufgefüllt wird.</translation>
    </message>
    <message>
        <source>Whether a last fit on all pages gives the pack its weights; else the best fold does.</source>
        <translation>Ob eine letzte Anpassung auf allen Seiten dem Paket seine Gewichte gibt; sonst der beste Teil.</translation>
    </message>
    <message>
        <source>Whether biases and norms decay too, as they do when nobody asks.</source>
        <translation>Ob auch Verschiebungen und Normen schrumpfen, wie es geschieht, wenn niemand fragt.</translation>
    </message>
    <message>
        <source>Whether it begins with public weights out of the weights folder; nothing is fetched.</source>
        <translation>Ob es mit öffentlichen Gewichten aus dem Ordner der Gewichte beginnt; geholt wird nichts.</translation>
    </message>
    <message>
        <source>Whether light, sharpness, size and coding get worse too.</source>
        <translation>Ob auch Licht, Schärfe, Größe und Kodierung schlechter werden.</translation>
    </message>
    <message>
        <source>Whether pages that decide are augmented like training pages.</source>
        <translation>Ob Seiten, die entscheiden, wie Trainingsseiten verändert werden.</translation>
    </message>
    <message>
        <source>Whether running statistics of batch norms in frozen parts stand still.</source>
        <translation>Ob laufende Statistiken der Batch-Normen in eingefrorenen Teilen stehen bleiben.</translation>
    </message>
    <message>
        <source>Whether test files decide when training stops and which epoch is kept.</source>
        <translation>Ob Testdateien entscheiden, wann das Training anhält und welcher Durchgang bleibt.</translation>
    </message>
    <message>
        <source>Whether the 1st and 99th percentile become black and white first.</source>
        <translation>Ob zuerst das 1. und das 99. Perzentil zu Schwarz und Weiß werden.</translation>
    </message>
    <message>
        <source>Whether training pages of rarer classes are shown more often, with even weights.</source>
        <translation>Ob Trainingsseiten seltenerer Klassen öfter gezeigt werden, mit gleichen Gewichten.</translation>
    </message>
    <message>
        <source>Which network.</source>
        <translation>Welches Netz.</translation>
    </message>
    <message>
        <source>Which pages.</source>
        <translation>Welche Seiten.</translation>
    </message>
    <message>
        <source>Which patches the answer attends to, through all blocks; the same for every class.</source>
        <translation>Auf welche Felder die Antwort durch alle Blöcke achtet; für jede Klasse gleich.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Widest margin, as a share.</source>
        <translation>Breitester Rand, als Anteil.</translation>
    </message>
    <message>
        <source>Width of the network&apos;s input in pixels.</source>
        <translation>Breite der Eingabe des Netzes in Pixeln.</translation>
    </message>
    <message>
        <source>Without a QT interval there is none corrected for rate.</source>
        <translation>Ohne QT-Intervall gibt es kein frequenzkorrigiertes.</translation>
    </message>
    <message>
        <source>Without measuring no signals are read.</source>
        <translation>Ohne Messen werden keine Signale gelesen.</translation>
    </message>
    <message>
        <source>Wolff-Parkinson-White syndrome</source>
        <translation>Wolff-Parkinson-White-Syndrom</translation>
    </message>
    <message>
        <source>Worsened copies of each page.</source>
        <translation>Verschlechterte Kopien jeder Seite.</translation>
    </message>
    <message>
        <source>Worsened copies of pages.</source>
        <translation>Verschlechterte Kopien von Seiten.</translation>
    </message>
    <message>
        <source>Write ID=TEXT with one of {known}.</source>
        <translation>Schreiben Sie ID=TEXT mit einer von {known}.</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a HEIC picture</source>
        <translation>ein HEIC-Bild</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>ein JPEG-2000-Bild</translation>
    </message>
    <message>
        <source>a JPEG XL picture</source>
        <translation>ein JPEG-XL-Bild</translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation>ein Photoshop-Dokument</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>ein PostScript-Dokument</translation>
    </message>
    <message>
        <source>a compressed archive</source>
        <translation>ein komprimiertes Archiv</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a text document (RTF)</source>
        <translation>ein Textdokument (RTF)</translation>
    </message>
    <message>
        <source>a text file</source>
        <translation>eine Textdatei</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>also possible: {classes}</source>
        <translation>auch möglich: {classes}</translation>
    </message>
    <message>
        <source>an AVIF picture</source>
        <translation>ein AVIF-Bild</translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation>ein Office-Dokument</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>an icon</source>
        <translation>ein Symbol</translation>
    </message>
    <message>
        <source>at the bottom centre</source>
        <translation>unten in der Mitte</translation>
    </message>
    <message>
        <source>at the bottom left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>at the bottom right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>at the middle left</source>
        <translation>in der Mitte links</translation>
    </message>
    <message>
        <source>at the middle right</source>
        <translation>in der Mitte rechts</translation>
    </message>
    <message>
        <source>at the top centre</source>
        <translation>oben in der Mitte</translation>
    </message>
    <message>
        <source>at the top left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>at the top right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>better than chance at finding what matters, by</source>
        <translation>findet das Wichtige besser als der Zufall, um</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>change of the probability then, at most</source>
        <translation>größte Änderung der Wahrscheinlichkeit dabei</translation>
    </message>
    <message>
        <source>corners straightened</source>
        <translation>Ecken gerade gerichtet</translation>
    </message>
    <message>
        <source>each likely enough to be named</source>
        <translation>jede wahrscheinlich genug, um genannt zu werden</translation>
    </message>
    <message>
        <source>filled with zeros</source>
        <translation>mit Nullen gefüllt</translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation>in der Mitte</translation>
    </message>
    <message>
        <source>irregular</source>
        <translation>unregelmäßig</translation>
    </message>
    <message>
        <source>layer {name}</source>
        <translation>Schicht {name}</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>likeness to the map of a model without learning</source>
        <translation>Ähnlichkeit mit der Karte eines ungelernten Modells</translation>
    </message>
    <message>
        <source>likeness when the crop moves by 1 %</source>
        <translation>Ähnlichkeit, wenn der Ausschnitt um 1 % wandert</translation>
    </message>
    <message>
        <source>little</source>
        <translation>wenig</translation>
    </message>
    <message>
        <source>little evidence</source>
        <translation>wenig Hinweise</translation>
    </message>
    <message>
        <source>more for {name}</source>
        <translation>mehr für {name}</translation>
    </message>
    <message>
        <source>much evidence for {name}</source>
        <translation>viele Hinweise auf {name}</translation>
    </message>
    <message>
        <source>much for {name}, if the page were of the model&apos;s kind</source>
        <translation>viel für {name}, wenn die Seite von der Art des Modells wäre</translation>
    </message>
    <message>
        <source>no such folder can be made</source>
        <translation>ein solcher Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none of the classes stands out</source>
        <translation>keine der Klassen sticht hervor</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>nicht messbar</translation>
    </message>
    <message>
        <source>not measurable:</source>
        <translation>nicht messbar:</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>of an unknown type</source>
        <translation>von unbekannter Art</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>regelmäßig</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>strip {lead}</source>
        <translation>Streifen {lead}</translation>
    </message>
    <message>
        <source>strong, whatever the class</source>
        <translation>stark, gleich welche Klasse</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>die Festplatte ist voll</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>das Kontingent der Festplatte ist aufgebraucht</translation>
    </message>
    <message>
        <source>the folder is not writable</source>
        <translation>der Ordner ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>the folder is write-protected</source>
        <translation>der Ordner ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>the strip</source>
        <translation>der Streifen</translation>
    </message>
    <message>
        <source>the time between beats</source>
        <translation>die Zeit zwischen den Schlägen</translation>
    </message>
    <message>
        <source>there is a file where the folder should be</source>
        <translation>wo der Ordner sein soll, ist eine Datei</translation>
    </message>
    <message>
        <source>there is a folder of that name</source>
        <translation>es gibt einen Ordner dieses Namens</translation>
    </message>
    <message>
        <source>timm has no network called {name!r}.</source>
        <translation>timm hat kein Netz namens {name!r}.</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>turned {angle:.1f}°</source>
        <translation>gedreht um {angle:.1f}°</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>{column} alone tells the class with a balanced accuracy of {value:.2f} ({low:.2f} to {high:.2f}); chance gives {fair:.2f}. A page that shows it gives that much away.</source>
        <translation>{column} allein verrät die Klasse mit einer ausgewogenen Genauigkeit von {value:.2f} ({low:.2f} bis {high:.2f}); Zufall ergibt {fair:.2f}. Eine Seite, die es zeigt, verrät so viel.</translation>
    </message>
    <message>
        <source>{common} has {largest} pages and {rare} {smallest}: always saying {common} would be right on {share:.0%} of pages, and figures of {rare} will be uncertain.</source>
        <translation>{common} hat {largest} Seiten und {rare} {smallest}: Immer {common} zu sagen wäre auf {share:.0%} der Seiten richtig, und Zahlen zu {rare} werden unsicher sein.</translation>
    </message>
    <message>
        <source>{file} came damaged: its SHA-256 is not the one it should have.</source>
        <translation>{file} kam beschädigt an: Der SHA-256 ist nicht der erwartete.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {cause}.</source>
        <translation>{file} kann nicht benutzt werden: {cause}.</translation>
    </message>
    <message>
        <source>{file} changed while it was copied.</source>
        <translation>{file} änderte sich während des Kopierens.</translation>
    </message>
    <message>
        <source>{file} claims an impossible size for {part}.</source>
        <translation>{file} gibt für {part} eine unmögliche Größe an.</translation>
    </message>
    <message>
        <source>{file} could not be opened.</source>
        <translation>{file} konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{file} could not be written to {folder}: {reason}.</source>
        <translation>{file} konnte nicht nach {folder} geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} does not exist.</source>
        <translation>{file} gibt es nicht.</translation>
    </message>
    <message>
        <source>{file} does not say how fast it was sampled.</source>
        <translation>{file} sagt nicht, wie schnell abgetastet wurde.</translation>
    </message>
    <message>
        <source>{file} has a name that is too long.</source>
        <translation>{file} hat einen zu langen Namen.</translation>
    </message>
    <message>
        <source>{file} has no columns named like leads.</source>
        <translation>{file} hat keine Spalten, die wie Ableitungen heißen.</translation>
    </message>
    <message>
        <source>{file} has no lead {lead}.</source>
        <translation>{file} hat keine Ableitung {lead}.</translation>
    </message>
    <message>
        <source>{file} has no pages.</source>
        <translation>{file} hat keine Seiten.</translation>
    </message>
    <message>
        <source>{file} has no signals named like leads.</source>
        <translation>{file} hat keine Signale, die wie Ableitungen heißen.</translation>
    </message>
    <message>
        <source>{file} has no valid list of checksums.</source>
        <translation>{file} hat keine gültige Liste von Prüfsummen.</translation>
    </message>
    <message>
        <source>{file} has the SHA-256 {digest}.</source>
        <translation>{file} hat den SHA-256 {digest}.</translation>
    </message>
    <message>
        <source>{file} has {pages}; there is no page {number}.</source>
        <translation>{file} hat {pages}; eine Seite {number} gibt es nicht.</translation>
    </message>
    <message>
        <source>{file} holds a document that is no PDF ({kind}).</source>
        <translation>{file} enthält ein Dokument, das kein PDF ist ({kind}).</translation>
    </message>
    <message>
        <source>{file} holds a picture in a compression that this version does not read.</source>
        <translation>{file} enthält ein Bild in einer Komprimierung, die diese Version nicht liest.</translation>
    </message>
    <message>
        <source>{file} holds a picture that is too large: {width} × {height} pixels.</source>
        <translation>{file} enthält ein zu großes Bild: {width} × {height} Bildpunkte.</translation>
    </message>
    <message>
        <source>{file} holds bare weights without a model card.</source>
        <translation>{file} enthält bloße Gewichte ohne Modellkarte.</translation>
    </message>
    <message>
        <source>{file} holds less than {seconds} seconds.</source>
        <translation>{file} enthält weniger als {seconds} Sekunden.</translation>
    </message>
    <message>
        <source>{file} holds no readable tensors, or more than tensors.</source>
        <translation>{file} enthält keine lesbaren Tensoren oder mehr als Tensoren.</translation>
    </message>
    <message>
        <source>{file} holds no state dict of tensors.</source>
        <translation>{file} enthält kein State-Dict aus Tensoren.</translation>
    </message>
    <message>
        <source>{file} holds no twelve-lead ECG.</source>
        <translation>{file} enthält kein EKG mit zwölf Ableitungen.</translation>
    </message>
    <message>
        <source>{file} holds no weights of {network}.</source>
        <translation>{file} enthält keine Gewichte von {network}.</translation>
    </message>
    <message>
        <source>{file} holds something that does not belong there: {part}.</source>
        <translation>{file} enthält etwas, was nicht hineingehört: {part}.</translation>
    </message>
    <message>
        <source>{file} holds the same part twice.</source>
        <translation>{file} enthält denselben Teil zweimal.</translation>
    </message>
    <message>
        <source>{file} is a DICOM file without a waveform, a picture or a document.</source>
        <translation>{file} ist eine DICOM-Datei ohne Signal, Bild oder Dokument.</translation>
    </message>
    <message>
        <source>{file} is a PyTorch or pickle file; these can run code and are never opened as a model.</source>
        <translation>{file} ist eine PyTorch- oder Pickle-Datei; solche können Code ausführen und werden nie als Modell geöffnet.</translation>
    </message>
    <message>
        <source>{file} is a folder, not a file.</source>
        <translation>{file} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>{file} is a link that leads back to itself.</source>
        <translation>{file} ist ein Verweis, der auf sich selbst zurückführt.</translation>
    </message>
    <message>
        <source>{file} is an animation, not a page.</source>
        <translation>{file} ist eine Animation, keine Seite.</translation>
    </message>
    <message>
        <source>{file} is compressed; a model pack is stored as it is.</source>
        <translation>{file} ist komprimiert; ein Modellpaket wird unverändert abgelegt.</translation>
    </message>
    <message>
        <source>{file} is cut off or damaged.</source>
        <translation>{file} ist abgeschnitten oder beschädigt.</translation>
    </message>
    <message>
        <source>{file} is cut short: the end of the file is missing.</source>
        <translation>{file} bricht ab: Das Ende der Datei fehlt.</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be shown whole.</source>
        <translation>{file} ist beschädigt und kann nicht ganz gezeigt werden.</translation>
    </message>
    <message>
        <source>{file} is damaged or was changed: {part} is not as written.</source>
        <translation>{file} ist beschädigt oder wurde verändert: {part} ist nicht, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>{file} is damaged: it says that its picture has no pixels.</source>
        <translation>{file} ist beschädigt: Nach eigener Angabe hat das Bild keine Bildpunkte.</translation>
    </message>
    <message>
        <source>{file} is damaged: {part} cannot be read.</source>
        <translation>{file} ist beschädigt: {part} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} ist leer.</translation>
    </message>
    <message>
        <source>{file} is incomplete: {part} is missing.</source>
        <translation>{file} ist unvollständig: {part} fehlt.</translation>
    </message>
    <message>
        <source>{file} is locked with a password.</source>
        <translation>{file} ist mit einem Passwort gesperrt.</translation>
    </message>
    <message>
        <source>{file} is not a model pack.</source>
        <translation>{file} ist kein Modellpaket.</translation>
    </message>
    <message>
        <source>{file} is not an ordinary file.</source>
        <translation>{file} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{file} is not the expected file: its SHA-256 is {digest}.</source>
        <translation>{file} ist nicht die erwartete Datei: Der SHA-256 ist {digest}.</translation>
    </message>
    <message>
        <source>{file} is not the expected model pack: its SHA-256 is another one.</source>
        <translation>{file} ist nicht das erwartete Modellpaket: Der SHA-256 ist ein anderer.</translation>
    </message>
    <message>
        <source>{file} is not valid TOML: {cause}.</source>
        <translation>{file} ist kein gültiges TOML: {cause}.</translation>
    </message>
    <message>
        <source>{file} is protected by a password.</source>
        <translation>{file} ist durch ein Passwort geschützt.</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} ist schon da.</translation>
    </message>
    <message>
        <source>{file} is too large: more than {limit} pages.</source>
        <translation>{file} ist zu groß: mehr als {limit} Seiten.</translation>
    </message>
    <message>
        <source>{file} is too large: {size:.0f} MB, the limit is {limit} MB.</source>
        <translation>{file} ist zu groß: {size:.0f} MB, die Grenze ist {limit} MB.</translation>
    </message>
    <message>
        <source>{file} is too large: {width} × {height} pixels; the limit is {limit} million pixels.</source>
        <translation>{file} ist zu groß: {width} × {height} Bildpunkte; die Grenze ist {limit} Millionen Bildpunkte.</translation>
    </message>
    <message>
        <source>{file} is too large; the limit is {limit} million pixels.</source>
        <translation>{file} ist zu groß; die Grenze ist {limit} Millionen Bildpunkte.</translation>
    </message>
    <message>
        <source>{file} is {kind}. {reads}</source>
        <translation>{file} ist {kind}. {reads}</translation>
    </message>
    <message>
        <source>{file} may not be opened by this user.</source>
        <translation>{file} darf von diesem Benutzer nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{file} needs more memory than this computer has free.</source>
        <translation>{file} braucht mehr Speicher, als dieser Rechner frei hat.</translation>
    </message>
    <message>
        <source>{file} needs the architecture {architecture!r}, which is not known here.</source>
        <translation>{file} braucht die Architektur {architecture!r}, die hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>{file} stores its colours in a rare way that cannot be checked for damage.</source>
        <translation>{file} speichert seine Farben auf eine seltene Art, die sich nicht auf Schäden prüfen lässt.</translation>
    </message>
    <message>
        <source>{file} stores its grey values in a form that has no fixed white ({mode}).</source>
        <translation>{file} speichert seine Grauwerte in einer Form ohne festes Weiß ({mode}).</translation>
    </message>
    <message>
        <source>{file} was not given out: {code} {reason}.</source>
        <translation>{file} wurde nicht herausgegeben: {code} {reason}.</translation>
    </message>
    <message>
        <source>{file} was not written to {folder}</source>
        <translation>{file} wurde nicht nach {folder} geschrieben</translation>
    </message>
    <message>
        <source>{file} was not written: the card and the training pages do not match.</source>
        <translation>{file} wurde nicht geschrieben: Karte und Trainingsseiten passen nicht zusammen.</translation>
    </message>
    <message>
        <source>{file} was not written: the weights hold values that are not numbers.</source>
        <translation>{file} wurde nicht geschrieben: Die Gewichte enthalten Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{first}, by Fridericia {second}</source>
        <translation>{first}, nach Fridericia {second}</translation>
    </message>
    <message>
        <source>{given!r} is no sentence of a class.</source>
        <translation>{given!r} ist kein Satz zu einer Klasse.</translation>
    </message>
    <message>
        <source>{hash} (SHA-256, first {count})</source>
        <translation>{hash} (SHA-256, die ersten {count})</translation>
    </message>
    <message>
        <source>{leads}: {share} of the evidence for {name} on {area} of the crop.</source>
        <translation>{leads}: {share} der Hinweise auf {name} auf {area} des Ausschnitts.</translation>
    </message>
    <message>
        <source>{leads}: {share} of the map on {area} of the crop.</source>
        <translation>{leads}: {share} der Karte auf {area} des Ausschnitts.</translation>
    </message>
    <message>
        <source>{levels} mV</source>
        <translation>{levels} mV</translation>
    </message>
    <message>
        <source>{level} mV</source>
        <translation>{level} mV</translation>
    </message>
    <message>
        <source>{library} knows of no public weights called {name!r}.</source>
        <translation>{library} kennt keine öffentlichen Gewichte namens {name!r}.</translation>
    </message>
    <message>
        <source>{low:.0f}–{high:.0f} bpm</source>
        <translation>{low:.0f}–{high:.0f}/min</translation>
    </message>
    <message>
        <source>{n:.0f} bpm</source>
        <translation>{n:.0f}/min</translation>
    </message>
    <message>
        <source>{n:.0f} ms</source>
        <translation>{n:.0f} ms</translation>
    </message>
    <message>
        <source>{name} is not a run folder.</source>
        <translation>{name} ist kein Ordner eines Laufs.</translation>
    </message>
    <message>
        <source>{name} is still running.</source>
        <translation>{name} läuft noch.</translation>
    </message>
    <message>
        <source>{network} does not compare pages with sentences.</source>
        <translation>{network} vergleicht Seiten nicht mit Sätzen.</translation>
    </message>
    <message>
        <source>{network} takes no weights for {part!r}.</source>
        <translation>{network} nimmt keine Gewichte für {part!r}.</translation>
    </message>
    <message>
        <source>{network} takes weights in {n} parts.</source>
        <translation>{network} nimmt Gewichte in {n} Teilen.</translation>
    </message>
    <message numerus="yes">
        <source>{n} beats</source>
        <translation>
            <numerusform>{n} Schlag</numerusform>
            <numerusform>{n} Schläge</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} bpm</source>
        <translation>{n}/min</translation>
    </message>
    <message numerus="yes">
        <source>{n} classes: {counts} (distinct readable pages).</source>
        <translation>
            <numerusform>{n} Klasse: {counts} (verschiedene lesbare Seiten).</numerusform>
            <numerusform>{n} Klassen: {counts} (verschiedene lesbare Seiten).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are byte copies of others: {files} files hold {distinct} distinct pages.</source>
        <translation>
            <numerusform>{n} Datei ist eine bytegleiche Kopie einer anderen: {files} Dateien enthalten {distinct} verschiedene Seiten.</numerusform>
            <numerusform>{n} Dateien sind bytegleiche Kopien anderer: {files} Dateien enthalten {distinct} verschiedene Seiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files cannot be read whole: they are damaged, cut short, missing or no pictures.</source>
        <translation>
            <numerusform>{n} Datei kann nicht ganz gelesen werden: Sie ist beschädigt, abgeschnitten, fehlt oder ist kein Bild.</numerusform>
            <numerusform>{n} Dateien können nicht ganz gelesen werden: Sie sind beschädigt, abgeschnitten, fehlen oder sind keine Bilder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages are coloured or lit otherwise than the rest.</source>
        <translation>
            <numerusform>{n} Seite ist anders gefärbt oder beleuchtet als die übrigen.</numerusform>
            <numerusform>{n} Seiten sind anders gefärbt oder beleuchtet als die übrigen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages are in several parts of the split that the data names, as copies or near-duplicates.</source>
        <translation>
            <numerusform>{n} Seite ist, als Kopie oder Beinahe-Kopie, in mehreren Teilen der Teilung, die die Daten nennen.</numerusform>
            <numerusform>{n} Seiten sind, als Kopien oder Beinahe-Kopien, in mehreren Teilen der Teilung, die die Daten nennen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages are there under several labels.</source>
        <translation>
            <numerusform>{n} Seite ist unter mehreren Klassen da.</numerusform>
            <numerusform>{n} Seiten sind unter mehreren Klassen da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages have another resolution or shape than the rest: {usual} pixels are usual.</source>
        <translation>
            <numerusform>{n} Seite hat eine andere Auflösung oder Form als die übrigen: {usual} Pixel sind üblich.</numerusform>
            <numerusform>{n} Seiten haben eine andere Auflösung oder Form als die übrigen: {usual} Pixel sind üblich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages show no ECG tracing that could be read: the program would give them no class.</source>
        <translation>
            <numerusform>{n} Seite zeigt keine EKG-Aufzeichnung, die gelesen werden konnte: Das Programm würde ihr keine Klasse geben.</numerusform>
            <numerusform>{n} Seiten zeigen keine EKG-Aufzeichnung, die gelesen werden konnte: Das Programm würde ihnen keine Klasse geben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages show the same tracing as another though the files differ: rescans, other codings or crops.</source>
        <translation>
            <numerusform>{n} Seite zeigt dieselbe Aufzeichnung wie eine andere, obwohl die Dateien verschieden sind: neu gescannt, anders kodiert oder zugeschnitten.</numerusform>
            <numerusform>{n} Seiten zeigen dieselbe Aufzeichnung wie eine andere, obwohl die Dateien verschieden sind: neu gescannt, anders kodiert oder zugeschnitten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values of {column} (such as {example}) are in several parts of the split that the data names.</source>
        <translation>
            <numerusform>{n} Wert von {column} (etwa {example}) ist in mehreren Teilen der Teilung, die die Daten nennen.</numerusform>
            <numerusform>{n} Werte von {column} (etwa {example}) sind in mehreren Teilen der Teilung, die die Daten nennen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{one} and {other} show the same tracing and are on both sides of a split.</source>
        <translation>{one} und {other} zeigen dieselbe Aufzeichnung und sind beiderseits einer Teilung.</translation>
    </message>
    <message>
        <source>{option} takes one value, or two with a comma.</source>
        <translation>{option} nimmt einen Wert oder zwei mit Komma.</translation>
    </message>
    <message>
        <source>{program} on {device}</source>
        <translation>{program} auf {device}</translation>
    </message>
    <message>
        <source>{share} lies outside the named leads.</source>
        <translation>{share} liegen außerhalb der benannten Ableitungen.</translation>
    </message>
    <message>
        <source>{share} of the evidence lies outside the tracing: on margins, printed text or beyond the picture.</source>
        <translation>{share} der Hinweise liegen außerhalb der Aufzeichnung: auf Rändern, auf Gedrucktem oder jenseits des Bildes.</translation>
    </message>
    <message>
        <source>{url} is no address on the web.</source>
        <translation>{url} ist keine Adresse im Netz.</translation>
    </message>
    <message>
        <source>{name}, probability {probability}.</source>
        <translation>{name}, Wahrscheinlichkeit {probability}.</translation>
    </message>
    <message>
        <source>Tells myocardial infarction, a history of it, abnormal heartbeat and normal apart on printed 12-lead pages of one kind: sees the page as a picture and reads each row as a line. Trained from scratch on 387 distinct pages.</source>
        <translation>Unterscheidet Myokardinfarkt, früheren Infarkt, abnormen Herzschlag und normal auf gedruckten Seiten mit 12 Ableitungen einer Art: sieht die Seite als Bild und liest jede Zeile als Linie. Von Grund auf trainiert auf 387 verschiedenen Seiten.</translation>
    </message>
    <message>
        <source>This looks like a page of text or a form, not like an ECG.</source>
        <translation>Das sieht nach einer Textseite oder einem Formular aus, nicht nach einem EKG.</translation>
    </message>
    <message>
        <source>This looks like a photograph or a radiograph, not like an ECG on paper.</source>
        <translation>Das sieht nach einem Foto oder einer Röntgenaufnahme aus, nicht nach einem EKG auf Papier.</translation>
    </message>
    <message>
        <source>This may not be an ECG.</source>
        <translation>Das ist vielleicht kein EKG.</translation>
    </message>
    <message>
        <source>This version reads PNG, JPEG, TIFF, BMP, WebP, PDF, DICOM, and signals as WFDB, EDF or CSV.</source>
        <translation>Diese Version liest PNG, JPEG, TIFF, BMP, WebP, PDF, DICOM und Signale als WFDB, EDF oder CSV.</translation>
    </message>
    <message>
        <source>{name}, score {probability} (not calibrated).</source>
        <translation>{name}, Bewertung {probability} (nicht kalibriert).</translation>
    </message>
    <message>
        <source>{network} cannot be explained by {method}.</source>
        <translation>{network} lässt sich mit {method} nicht erklären.</translation>
    </message>
    <message numerus="yes">
        <source>{n} areas masked</source>
        <translation>
            <numerusform>{n} Bereich verdeckt</numerusform>
            <numerusform>{n} Bereiche verdeckt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages</source>
        <translation>
            <numerusform>{n} Seite</numerusform>
            <numerusform>{n} Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{page} could not be analysed.</source>
        <translation>{page} konnte nicht analysiert werden.</translation>
    </message>
    <message>
        <source>{page} stopped the engine twice and was left out.</source>
        <translation>{page} brachte den Rechenkern zweimal zum Stehen und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{page} took far too long, also when it was tried again, and was left out.</source>
        <translation>{page} brauchte auch beim zweiten Versuch viel zu lange und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{page} was not analysed because the engine does not start.</source>
        <translation>{page} wurde nicht analysiert, weil der Rechenkern nicht startet.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a file.</source>
        <translation>{path} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>{share} of the evidence for {name} lies {place}.</source>
        <translation>{share} der Hinweise auf {name} liegen {place}.</translation>
    </message>
    <message>
        <source>{share} of the map lies {place}.</source>
        <translation>{share} der Karte liegen {place}.</translation>
    </message>
    <message>
        <source>{source} is here already.</source>
        <translation>{source} ist schon da.</translation>
    </message>
    <message>
        <source>{tokens} tokens are no grid of patches on an input of {width}×{height}.</source>
        <translation>{tokens} Tokens bilden kein Raster von Feldern auf einer Eingabe von {width}×{height}.</translation>
    </message>
</context>
<context>
    <name>EvaluatePage</name>
    <message>
        <source>How good is a model on your pages?</source>
        <translation>Wie gut ist ein Modell auf Ihren Seiten?</translation>
    </message>
    <message>
        <source>Choose a model and pages whose classes you know, such as pages of your own recorder. You see how often it is right on them, and how far they are from the pages it learned from.</source>
        <translation>Wählen Sie ein Modell und Seiten, deren Klassen Sie kennen, etwa Seiten Ihres eigenen Schreibers. Sie sehen, wie oft es auf ihnen richtig liegt und wie weit sie von den Seiten entfernt sind, aus denen es gelernt hat.</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Fortschritt der Bewertung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{n} files of the list are not there. Check the folder of the pages.</source>
        <translation>{n} Dateien der Liste sind nicht da. Prüfen Sie den Ordner der Seiten.</translation>
    </message>
    <message>
        <source>The evaluation was cancelled.</source>
        <translation>Die Bewertung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Accuracy {accuracy} on {n} pages, 95 % interval {low} to {high}.</source>
        <translation>Genauigkeit {accuracy} auf {n} Seiten, 95-%-Intervall {low} bis {high}.</translation>
    </message>
</context>
<context>
    <name>EvaluationView</name>
    <message>
        <source>Groups of pages</source>
        <translation>Gruppen von Seiten</translation>
    </message>
    <message>
        <source>How far these pages are from the training pages</source>
        <translation>Wie weit diese Seiten von den Trainingsseiten entfernt sind</translation>
    </message>
    <message>
        <source>Most confident mistakes</source>
        <translation>Sicherste Fehler</translation>
    </message>
    <message>
        <source>Pages without a part in the figures</source>
        <translation>Seiten ohne Anteil an den Zahlen</translation>
    </message>
    <message>
        <source>{true}
said {guess}, {p}</source>
        <translation>{true}
sagte {guess}, {p}</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>Differs beyond chance</source>
        <translation>Anders als durch Zufall</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>At the training</source>
        <translation>Beim Training</translation>
    </message>
    <message>
        <source>These pages</source>
        <translation>Diese Seiten</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>Zahlen jeder Klasse</translation>
    </message>
    <message>
        <source>Each class</source>
        <translation>Jede Klasse</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Value (95 % interval)</source>
        <translation>Wert (95-%-Intervall)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Figures would be wrong</source>
        <translation>Zahlen wären falsch</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>{remedy}: done, undo</source>
        <translation>{remedy}: erledigt, zurücknehmen</translation>
    </message>
</context>
<context>
    <name>FitTable</name>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Fold {n}</source>
        <translation>Teil {n}</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>accuracy {accuracy}, macro F1 {f1} on {n} held-out pages</source>
        <translation>Genauigkeit {accuracy}, Makro-F1 {f1} auf {n} zurückgehaltenen Seiten</translation>
    </message>
    <message>
        <source>first epoch</source>
        <translation>erster Durchgang</translation>
    </message>
    <message>
        <source>epoch {n} of {all}, loss {loss}</source>
        <translation>Durchgang {n} von {all}, Verlust {loss}</translation>
    </message>
    <message>
        <source>best epoch {n}</source>
        <translation>bester Durchgang {n}</translation>
    </message>
</context>
<context>
    <name>Folded</name>
    <message>
        <source>Show what the model would have said</source>
        <translation>Zeigen, was das Modell gesagt hätte</translation>
    </message>
    <message>
        <source>Of such pages it knows nothing: these numbers are no result.</source>
        <translation>Von solchen Seiten weiß es nichts: Diese Zahlen sind kein Ergebnis.</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>The folder used last</source>
        <translation>Der zuletzt benutzte Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Open pages</source>
        <translation>Offene Seiten</translation>
    </message>
    <message>
        <source>Drop pictures, PDF files or folders anywhere in the window, or paste a picture. Each page is analysed as soon as it is open.</source>
        <translation>Legen Sie Bilder, PDF-Dateien oder Ordner irgendwo im Fenster ab oder fügen Sie ein Bild ein. Jede Seite wird analysiert, sobald sie offen ist.</translation>
    </message>
    <message>
        <source>Check the crop</source>
        <translation>Den Ausschnitt prüfen</translation>
    </message>
    <message>
        <source>Only what lies inside the frame is analysed. Drag its handles, or use the arrow keys. Mask names with boxes: what is masked leaves the page before anything else sees it.</source>
        <translation>Nur was im Rahmen liegt, wird analysiert. Ziehen Sie an seinen Griffen oder nehmen Sie die Pfeiltasten. Verdecken Sie Namen mit Kästen: Was verdeckt ist, verlässt die Seite, bevor irgendetwas sie sieht.</translation>
    </message>
    <message>
        <source>Read the result</source>
        <translation>Das Ergebnis lesen</translation>
    </message>
    <message>
        <source>The bar is a probability. Of the model&apos;s own test pages given 0.80, about 80 in 100 were right; pages of another kind may do worse. “Not sure” means that the model does not choose; it then names what it could be. A caution above the result says why this page may mislead the model.</source>
        <translation>Der Balken ist eine Wahrscheinlichkeit. Von den eigenen Testseiten des Modells, denen es 0,80 gab, waren etwa 80 von 100 richtig; bei Seiten anderer Art können es weniger sein. „Nicht sicher“ heißt, dass das Modell sich nicht entscheidet; es nennt dann, was es sein könnte. Ein Hinweis über dem Ergebnis sagt, warum diese Seite das Modell irreführen könnte.</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>Sehen, warum</translation>
    </message>
    <message>
        <source>The heat map shows where on the page the evidence for a class lies. Choose another class to see what speaks for it. A heat map outside the tracing is a reason for doubt.</source>
        <translation>Die Wärmekarte zeigt, wo auf der Seite die Hinweise auf eine Klasse liegen. Wählen Sie eine andere Klasse, um zu sehen, was für sie spricht. Eine Wärmekarte außerhalb der Aufzeichnung ist ein Grund zum Zweifel.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Draw calipers along the trace for time, up or down for voltage; they snap to the trace and the grid. Where the leads, the grid or the corners of the sheet were read wrongly, set them by hand: the page is read again with what you set.</source>
        <translation>Ziehen Sie Messzirkel entlang der Kurve für Zeit, auf oder ab für Spannung; sie rasten an Kurve und Raster ein. Wo Ableitungen, Raster oder Blattecken falsch gelesen wurden, setzen Sie sie von Hand: Die Seite wird damit neu gelesen.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Save a one-page report, the page with the heat map, the result as JSON, or a table of all pages. What you masked is in none of them.</source>
        <translation>Speichern Sie einen einseitigen Bericht, die Seite mit der Wärmekarte, das Ergebnis als JSON oder eine Tabelle aller Seiten. Was Sie verdeckt haben, ist in keinem davon.</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>Of the model&apos;s own test pages given this number, about that share was right.</source>
        <translation>Von den eigenen Testseiten des Modells mit dieser Zahl war etwa dieser Anteil richtig.</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>None of the classes</source>
        <translation>Keine der Klassen</translation>
    </message>
    <message>
        <source>This page is unlike the pages this model knows.</source>
        <translation>Diese Seite ist anders als die Seiten, die dieses Modell kennt.</translation>
    </message>
    <message>
        <source>It could be: {names}</source>
        <translation>Es könnte sein: {names}</translation>
    </message>
    <message>
        <source>Also possible: {names}</source>
        <translation>Auch möglich: {names}</translation>
    </message>
</context>
<context>
    <name>HeatControls</name>
    <message>
        <source>Warm: more for {first}. Blue: more for {second}.</source>
        <translation>Warm: mehr für {first}. Blau: mehr für {second}.</translation>
    </message>
    <message>
        <source>The other heat map is being made.</source>
        <translation>Die andere Wärmekarte entsteht.</translation>
    </message>
</context>
<context>
    <name>HeatPanel</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Ember</source>
        <translation>Glut</translation>
    </message>
    <message>
        <source>Sea</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Rainbow (uneven)</source>
        <translation>Regenbogen (ungleichmäßig)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Another class</source>
        <translation>Andere Klasse</translation>
    </message>
    <message>
        <source>Another method</source>
        <translation>Anderes Verfahren</translation>
    </message>
    <message>
        <source>Another model</source>
        <translation>Anderes Modell</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation>Farben der Wärmekarte</translation>
    </message>
    <message>
        <source>Heat below this is not shown</source>
        <translation>Wärme darunter wird nicht gezeigt</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>Womit verglichen wird</translation>
    </message>
    <message>
        <source>Which one to compare with</source>
        <translation>Mit welchem verglichen wird</translation>
    </message>
    <message>
        <source>Layer of the activation map</source>
        <translation>Schicht der Aktivierungskarte</translation>
    </message>
    <message>
        <source>H hides the heat map, X swaps it with the one it is compared with.</source>
        <translation>H verbirgt die Wärmekarte, X tauscht sie mit der verglichenen.</translation>
    </message>
    <message>
        <source>Hide below {n} %</source>
        <translation>Unter {n} % verbergen</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>There is no model yet. Import one first.</source>
        <translation>Es gibt noch kein Modell. Importieren Sie zuerst eines.</translation>
    </message>
</context>
<context>
    <name>LaidNotice</name>
    <message>
        <source>Turn it back</source>
        <translation>Zurückdrehen</translation>
    </message>
    <message>
        <source>Set the corners</source>
        <translation>Ecken setzen</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Lassen, wie es war</translation>
    </message>
</context>
<context>
    <name>LeadBar</name>
    <message>
        <source>Lead {name}: {share} of the evidence. Click to look at it.</source>
        <translation>Ableitung {name}: {share} der Hinweise. Klicken, um sie anzusehen.</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Ableitungen</translation>
    </message>
    <message>
        <source>Name of the chosen lead (F2)</source>
        <translation>Name der gewählten Ableitung (F2)</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Rhythm strip</source>
        <translation>Rhythmusstreifen</translation>
    </message>
    <message>
        <source>A strip over the whole width that repeats a lead</source>
        <translation>Ein Streifen über die ganze Breite, der eine Ableitung wiederholt</translation>
    </message>
    <message>
        <source>Add a box (Insert), or draw one</source>
        <translation>Kasten hinzufügen (Einfg) oder zeichnen</translation>
    </message>
    <message>
        <source>Delete the chosen box (Delete)</source>
        <translation>Gewählten Kasten löschen (Entf)</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>Go back to the boxes that were read</source>
        <translation>Zu den gelesenen Kästen zurück</translation>
    </message>
    <message>
        <source>{n} leads</source>
        <translation>{n} Ableitungen</translation>
    </message>
    <message>
        <source>{count}, set by hand</source>
        <translation>{count}, von Hand gesetzt</translation>
    </message>
    <message>
        <source>No leads were read. Draw a box around each one.</source>
        <translation>Es wurden keine Ableitungen gelesen. Zeichnen Sie um jede einen Kasten.</translation>
    </message>
    <message>
        <source>{count}, unusual layout</source>
        <translation>{count}, ungewöhnliche Anordnung</translation>
    </message>
    <message>
        <source>{count}, layout {name} ({n} % sure)</source>
        <translation>{count}, Anordnung {name} (zu {n} % sicher)</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Open the log&apos;s folder</source>
        <translation>Ordner des Protokolls öffnen</translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation>Noch wurde nichts protokolliert.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>MarksState</name>
    <message>
        <source>Change calipers</source>
        <translation>Messzirkel ändern</translation>
    </message>
    <message>
        <source>Move caliper</source>
        <translation>Messzirkel verschieben</translation>
    </message>
    <message>
        <source>Change leads</source>
        <translation>Ableitungen ändern</translation>
    </message>
    <message>
        <source>Move lead box</source>
        <translation>Ableitungskasten verschieben</translation>
    </message>
    <message>
        <source>Set scale</source>
        <translation>Maßstab setzen</translation>
    </message>
</context>
<context>
    <name>MeanMapPanel</name>
    <message>
        <source>{name}, answered rightly: too few pages</source>
        <translation>{name}, richtig beantwortet: zu wenige Seiten</translation>
    </message>
    <message>
        <source>{name}, answered wrongly: too few pages</source>
        <translation>{name}, falsch beantwortet: zu wenige Seiten</translation>
    </message>
    <message>
        <source>{name}, answered rightly (mean of {n})</source>
        <translation>{name}, richtig beantwortet (Mittel aus {n})</translation>
    </message>
    <message>
        <source>{name}, answered wrongly (mean of {n})</source>
        <translation>{name}, falsch beantwortet (Mittel aus {n})</translation>
    </message>
    <message>
        <source>{name}, rightly named: too few pages</source>
        <translation>{name}, richtig genannt: zu wenige Seiten</translation>
    </message>
    <message>
        <source>{name}, wrongly named: too few pages</source>
        <translation>{name}, falsch genannt: zu wenige Seiten</translation>
    </message>
    <message>
        <source>{name}, rightly named (mean of {n})</source>
        <translation>{name}, richtig genannt (Mittel von {n})</translation>
    </message>
    <message>
        <source>{name}, wrongly named (mean of {n})</source>
        <translation>{name}, falsch genannt (Mittel von {n})</translation>
    </message>
</context>
<context>
    <name>Meanings</name>
    <message>
        <source>These labels are no classes of the model. What do they mean?</source>
        <translation>Diese Namen sind keine Klassen des Modells. Was bedeuten sie?</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
</context>
<context>
    <name>MeasuredSection</name>
    <message>
        <source>Nothing could be measured on this page.</source>
        <translation>Auf dieser Seite konnte nichts gemessen werden.</translation>
    </message>
    <message>
        <source>Show all measurements</source>
        <translation>Alle Messwerte zeigen</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
</context>
<context>
    <name>MeasuredTable</name>
    <message>
        <source>beats</source>
        <translation>Schläge</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>About the model</source>
        <translation>Über das Modell</translation>
    </message>
    <message>
        <source>How good it is</source>
        <translation>Wie gut es ist</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>What it was trained on</source>
        <translation>Worauf es trainiert wurde</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Override: {0}</source>
        <translation>Ausnahme: {0}</translation>
    </message>
    <message>
        <source>Nothing was measured.</source>
        <translation>Nichts wurde gemessen.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>{n} pages of {data}, grouped by {group}.</source>
        <translation>{n} Seiten aus {data}, gruppiert nach {group}.</translation>
    </message>
    <message>
        <source>Network: {network}.</source>
        <translation>Netz: {network}.</translation>
    </message>
</context>
<context>
    <name>NetworkModel</name>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Public weights</source>
        <translation>Öffentliche Gewichte</translation>
    </message>
    <message>
        <source>{n} M</source>
        <translation>{n} Mio.</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>keine bekannt</translation>
    </message>
    <message>
        <source>here</source>
        <translation>da</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>very slow</source>
        <translation>sehr langsam</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Which network?</source>
        <translation>Welches Netz?</translation>
    </message>
    <message>
        <source>Small networks do well on few pages. Letters name the papers that a network is from. Speed is by multiplications a page; how long it takes here depends on this computer.</source>
        <translation>Kleine Netze kommen mit wenigen Seiten gut zurecht. Buchstaben nennen die Veröffentlichung, aus der ein Netz stammt. Das Tempo folgt aus den Multiplikationen je Seite; wie lange es hier dauert, hängt von diesem Rechner ab.</translation>
    </message>
    <message>
        <source>Search timm too</source>
        <translation>Auch in timm suchen</translation>
    </message>
    <message>
        <source>Begin with public weights where they are here</source>
        <translation>Mit öffentlichen Gewichten beginnen, wo sie da sind</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Search by name, such as resnet</source>
        <translation>Nach Namen suchen, etwa resnet</translation>
    </message>
    <message>
        <source>Search networks</source>
        <translation>Netze suchen</translation>
    </message>
    <message>
        <source>Asking timm for its networks. This takes some seconds.</source>
        <translation>timm wird nach seinen Netzen gefragt. Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>No network is called like that. Search timm too, or shorten the name.</source>
        <translation>Kein Netz heißt so. Suchen Sie auch in timm oder kürzen Sie den Namen.</translation>
    </message>
    <message>
        <source>A network of timm, with random weights.</source>
        <translation>Ein Netz aus timm mit zufälligen Gewichten.</translation>
    </message>
    <message>
        <source>Not on this computer: {names}. Without them the network begins with random weights. Bring them with “ecgdesk models fetch” or from another machine.</source>
        <translation>Nicht auf diesem Rechner: {names}. Ohne sie beginnt das Netz mit zufälligen Gewichten. Holen Sie sie mit „ecgdesk models fetch“ oder von einem anderen Rechner.</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Something went wrong. Your pages and crops are saved.</source>
        <translation>Etwas ist schiefgegangen. Ihre Seiten und Ausschnitte sind gespeichert.</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>{name} was closed.</source>
        <translation>{name} wurde geschlossen.</translation>
    </message>
    <message>
        <source>{n} pages were closed.</source>
        <translation>{n} Seiten wurden geschlossen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Not a picture or PDF: {names}.</source>
        <translation>Weder Bild noch PDF: {names}.</translation>
    </message>
    <message>
        <source>No longer there: {names}.</source>
        <translation>Nicht mehr da: {names}.</translation>
    </message>
    <message>
        <source>No pages in {names}.</source>
        <translation>Keine Seiten in {names}.</translation>
    </message>
    <message>
        <source>Pictures, PDF, DICOM, and signals as WFDB, EDF or CSV can be opened.</source>
        <translation>Bilder, PDF, DICOM und Signale als WFDB, EDF oder CSV lassen sich öffnen.</translation>
    </message>
    <message>
        <source>Stopped. {n} of {total} pages were analysed.</source>
        <translation>Angehalten. {n} von {total} Seiten wurden analysiert.</translation>
    </message>
    <message>
        <source>{n} of {total} pages were analysed. Without a result: {names}.</source>
        <translation>{n} von {total} Seiten wurden analysiert. Ohne Ergebnis: {names}.</translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation>Die erste zeigen</translation>
    </message>
    <message>
        <source>{n} pages were analysed.</source>
        <translation>{n} Seiten wurden analysiert.</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Tabelle speichern…</translation>
    </message>
    <message>
        <source>The engine stopped and is starting again.</source>
        <translation>Der Rechenkern ist stehen geblieben und startet neu.</translation>
    </message>
    <message>
        <source>The engine runs again.</source>
        <translation>Der Rechenkern läuft wieder.</translation>
    </message>
    <message>
        <source>The engine does not start.</source>
        <translation>Der Rechenkern startet nicht.</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Erneut starten</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>Diesen Rechner prüfen</translation>
    </message>
    <message>
        <source>Replace the model</source>
        <translation>Modell ersetzen</translation>
    </message>
    <message>
        <source>Your session and settings cannot be saved: {reason}</source>
        <translation>Sitzung und Einstellungen können nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>Your last session was restored.</source>
        <translation>Ihre letzte Sitzung ist wieder da.</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>Leer beginnen</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>OpeningActions</name>
    <message>
        <source>The clipboard holds no picture and no files.</source>
        <translation>Die Zwischenablage enthält weder ein Bild noch Dateien.</translation>
    </message>
    <message>
        <source>ECG pages ({endings})</source>
        <translation>EKG-Seiten ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation>Offene Seiten</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The samples are missing.</source>
        <translation>Die Beispiele fehlen.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Model packs (*{ending})</source>
        <translation>Modellpakete (*{ending})</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
</context>
<context>
    <name>OutputPage</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>PageChoice</name>
    <message>
        <source>{name} has {n} pages. The first is open.</source>
        <translation>{name} hat {n} Seiten. Die erste ist offen.</translation>
    </message>
    <message>
        <source>Choose pages…</source>
        <translation>Seiten wählen…</translation>
    </message>
    <message>
        <source>Open all</source>
        <translation>Alle öffnen</translation>
    </message>
    <message>
        <source>Choose pages</source>
        <translation>Seiten wählen</translation>
    </message>
</context>
<context>
    <name>PageChooser</name>
    <message>
        <source>Choose pages</source>
        <translation>Seiten wählen</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>{n} of {total} pages</source>
        <translation>{n} von {total} Seiten</translation>
    </message>
    <message>
        <source>Tick the pages that hold an ECG. Pages that are not ticked are closed.</source>
        <translation>Haken Sie die Seiten an, die ein EKG enthalten. Die anderen werden geschlossen.</translation>
    </message>
</context>
<context>
    <name>PageGrid</name>
    <message>
        <source>Pages of this file</source>
        <translation>Seiten dieser Datei</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Seite {n}</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Open pages</source>
        <translation>Offene Seiten</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Heat map</source>
        <translation>Wärmekarte</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation>Was das Modell sieht</translation>
    </message>
</context>
<context>
    <name>PagesChooser</name>
    <message>
        <source>Counting pages…</source>
        <translation>Seiten werden gezählt…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose a CSV list…</source>
        <translation>CSV-Liste wählen…</translation>
    </message>
    <message>
        <source>Choose a folder of pages</source>
        <translation>Ordner mit Seiten wählen</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>Listen (*.csv)</translation>
    </message>
    <message>
        <source>Choose a CSV list</source>
        <translation>CSV-Liste wählen</translation>
    </message>
    <message>
        <source>{pages} pages in {classes} classes</source>
        <translation>{pages} Seiten in {classes} Klassen</translation>
    </message>
    <message>
        <source>no groups by patient or date</source>
        <translation>keine Gruppen nach Patient oder Datum</translation>
    </message>
    <message>
        <source>{n} groups by {column}</source>
        <translation>{n} Gruppen nach {column}</translation>
    </message>
</context>
<context>
    <name>PagesPanel</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analysieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Analyse all</source>
        <translation>Alle analysieren</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>{stage}: {done} of {total}</source>
        <translation>{stage}: {done} von {total}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Steps of training</source>
        <translation>Schritte des Trainings</translation>
    </message>
    <message>
        <source>{step}, done</source>
        <translation>{step}, erledigt</translation>
    </message>
</context>
<context>
    <name>RationaleView</name>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>Recalibrating</name>
    <message>
        <source>Recalibration</source>
        <translation>Neukalibrierung</translation>
    </message>
    <message>
        <source>Make a recalibrated model</source>
        <translation>Neu kalibriertes Modell anlegen</translation>
    </message>
    <message>
        <source>Name of the recalibrated model</source>
        <translation>Name des neu kalibrierten Modells</translation>
    </message>
    <message>
        <source>{model}, {pages}</source>
        <translation>{model}, {pages}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Recalibrated</source>
        <translation>Neu kalibriert</translation>
    </message>
    <message>
        <source>Pages whose class is in the set</source>
        <translation>Seiten, deren Klasse in der Menge ist</translation>
    </message>
    <message>
        <source>Classes in the set</source>
        <translation>Klassen in der Menge</translation>
    </message>
    <message>
        <source>Pages that are “not sure”</source>
        <translation>Seiten mit „nicht sicher“</translation>
    </message>
    <message>
        <source>Fits the probabilities and the prediction sets to these pages; what the network says first does not change. The new model&apos;s card names the pages, and the old model stays.</source>
        <translation>Passt die Wahrscheinlichkeiten und Vorhersagemengen an diese Seiten an; was das Netz an erster Stelle sagt, ändert sich nicht. Die Karte des neuen Modells nennt die Seiten, und das alte Modell bleibt.</translation>
    </message>
    <message>
        <source>Recalibrate</source>
        <translation>Neu kalibrieren</translation>
    </message>
    <message>
        <source>Evaluating again and writing the model…</source>
        <translation>Es wird erneut bewertet und das Modell geschrieben…</translation>
    </message>
    <message>
        <source>{name} is saved and in use.</source>
        <translation>{name} ist gespeichert und in Gebrauch.</translation>
    </message>
    <message>
        <source>Another model is called like that. Give this one another name, or replace it.</source>
        <translation>Ein anderes Modell heißt so. Geben Sie diesem einen anderen Namen, oder ersetzen Sie das andere.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>&amp;Clear list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>{name} is gone: remove from list</source>
        <translation>{name} ist fort: aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>RecipePage</name>
    <message>
        <source>How to train?</source>
        <translation>Wie trainieren?</translation>
    </message>
    <message>
        <source>Begin with a recipe and change what you like. The same file trains from the command line.</source>
        <translation>Beginnen Sie mit einem Rezept und ändern Sie, was Sie mögen. Dieselbe Datei trainiert auch über die Befehlszeile.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>{name} cannot be read. Choose a recipe in TOML.</source>
        <translation>{name} kann nicht gelesen werden. Wählen Sie ein Rezept in TOML.</translation>
    </message>
    <message>
        <source>Taken from {name}.</source>
        <translation>Übernommen aus {name}.</translation>
    </message>
    <message>
        <source>{name} could not be written.</source>
        <translation>{name} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Recipe to begin with</source>
        <translation>Rezept, mit dem begonnen wird</translation>
    </message>
    <message>
        <source>A recipe of your own</source>
        <translation>Ein eigenes Rezept</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>What matters most</source>
        <translation>Das Wichtigste</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>The same from the command line</source>
        <translation>Dasselbe über die Befehlszeile</translation>
    </message>
    <message>
        <source>Export the recipe, then type this beside it.</source>
        <translation>Exportieren Sie das Rezept und geben Sie dies daneben ein.</translation>
    </message>
    <message>
        <source>Paper {letter}: {name}</source>
        <translation>Veröffentlichung {letter}: {name}</translation>
    </message>
    <message>
        <source>Recommended, for any page layout</source>
        <translation>Empfohlen, für jede Seitenaufteilung</translation>
    </message>
    <message>
        <source>As the bundled model: {name}</source>
        <translation>Wie das mitgelieferte Modell: {name}</translation>
    </message>
    <message>
        <source>Follows the paper on sound splits. Set the protocol to “as published” to repeat its figures, leaks and all; the model&apos;s card then says so.</source>
        <translation>Folgt der Veröffentlichung mit einwandfreien Teilungen. Stellen Sie das Protokoll auf „as published“, um ihre Zahlen samt Lecks nachzuvollziehen; die Karte des Modells sagt es dann.</translation>
    </message>
    <message>
        <source>Import a recipe</source>
        <translation>Rezept importieren</translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <translation>Rezepte (*.toml)</translation>
    </message>
    <message>
        <source>Export the recipe</source>
        <translation>Rezept exportieren</translation>
    </message>
    <message>
        <source>How long it takes is not known: this network was not trained on this computer yet.</source>
        <translation>Wie lange es dauert, ist nicht bekannt: Dieses Netz wurde auf diesem Rechner noch nicht trainiert.</translation>
    </message>
    <message>
        <source>About {time} on this computer, at the pace of {run}.</source>
        <translation>Etwa {time} auf diesem Rechner, im Tempo von {run}.</translation>
    </message>
</context>
<context>
    <name>RecipeSection</name>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use {section}</source>
        <translation>{section} benutzen</translation>
    </message>
</context>
<context>
    <name>RectFields</name>
    <message>
        <source>Left, px</source>
        <translation>Links, px</translation>
    </message>
    <message>
        <source>Top, px</source>
        <translation>Oben, px</translation>
    </message>
    <message>
        <source>Width, px</source>
        <translation>Breite, px</translation>
    </message>
    <message>
        <source>Height, px</source>
        <translation>Höhe, px</translation>
    </message>
</context>
<context>
    <name>ReliabilityView</name>
    <message>
        <source>Reliability curve</source>
        <translation>Verlässlichkeitskurve</translation>
    </message>
    <message>
        <source>given {p}, {n} of {all} were right</source>
        <translation>bei {p} waren {n} von {all} richtig</translation>
    </message>
    <message>
        <source>probability given</source>
        <translation>angegebene Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>share that was right</source>
        <translation>Anteil, der richtig war</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Updating…</source>
        <translation>Wird erneuert…</translation>
    </message>
    <message>
        <source>This result is of the earlier crop or model.</source>
        <translation>Dieses Ergebnis gehört zum vorigen Ausschnitt oder Modell.</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>Turn it back</source>
        <translation>Zurückdrehen</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Lassen, wie es war</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Sound and unsound figures</source>
        <translation>Einwandfreie und unsaubere Zahlen</translation>
    </message>
    <message>
        <source>Changed pages</source>
        <translation>Veränderte Seiten</translation>
    </message>
    <message>
        <source>Open the whole report</source>
        <translation>Ganzen Bericht öffnen</translation>
    </message>
    <message>
        <source>Open the run&apos;s folder</source>
        <translation>Ordner des Laufs öffnen</translation>
    </message>
    <message>
        <source>Sound beside unsound</source>
        <translation>Einwandfrei neben unsauber</translation>
    </message>
    <message>
        <source>Pages that were changed</source>
        <translation>Seiten, die verändert wurden</translation>
    </message>
    <message>
        <source>Most confident mistakes</source>
        <translation>Sicherste Fehler</translation>
    </message>
    <message>
        <source>{n} pages, none of them seen by the network that judged it.</source>
        <translation>{n} Seiten, von denen das urteilende Netz keine gesehen hat.</translation>
    </message>
    <message>
        <source>These are not honest figures: they follow the paper, copies and all.</source>
        <translation>Dies sind keine ehrlichen Zahlen: Sie folgen der Veröffentlichung, samt Kopien.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Calibrated with temperature {t}. {protocol}</source>
        <translation>Kalibriert mit Temperatur {t}. {protocol}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Verändert</translation>
    </message>
    <message>
        <source>This run, sound</source>
        <translation>Dieser Lauf, einwandfrei</translation>
    </message>
    <message>
        <source>This run, as published</source>
        <translation>Dieser Lauf, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Split by file, unsound</source>
        <translation>Nach Dateien geteilt, unsauber</translation>
    </message>
    <message>
        <source>{run}, sound</source>
        <translation>{run}, einwandfrei</translation>
    </message>
    <message>
        <source>{run}, as published</source>
        <translation>{run}, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Baseline: {name}</source>
        <translation>Vergleichswert: {name}</translation>
    </message>
    <message>
        <source>Unsound figures are shown so that they can be told apart, never to be believed.</source>
        <translation>Unsaubere Zahlen stehen da, damit man sie unterscheiden kann, nie um geglaubt zu werden.</translation>
    </message>
    <message>
        <source>Only this run is here. Train the same recipe by the other protocol to see both side by side.</source>
        <translation>Nur dieser Lauf ist da. Trainieren Sie dasselbe Rezept nach dem anderen Protokoll, um beide nebeneinander zu sehen.</translation>
    </message>
    <message>
        <source>{true}
said {guess}, {p}</source>
        <translation>{true}
sagte {guess}, {p}</translation>
    </message>
    <message>
        <source>Each as the network that made the mistake saw it, with the places that spoke for its answer. Click one to look at the page.</source>
        <translation>Jede so, wie das Netz sie sah, das den Fehler machte, mit den Stellen, die für seine Antwort sprachen. Klicken Sie auf eine, um die Seite anzusehen.</translation>
    </message>
    <message>
        <source>Click one to look at the page.</source>
        <translation>Klicken Sie auf eine, um die Seite anzusehen.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>Their pages are not where they were.</source>
        <translation>Ihre Seiten sind nicht mehr, wo sie waren.</translation>
    </message>
</context>
<context>
    <name>RocPanel</name>
    <message>
        <source>{name}: AUROC {area}, {n} pages</source>
        <translation>{name}: AUROC {area}, {n} Seiten</translation>
    </message>
</context>
<context>
    <name>RotationFields</name>
    <message>
        <source>Turn left by 90°</source>
        <translation>Um 90° nach links drehen</translation>
    </message>
    <message>
        <source>Turn right by 90°</source>
        <translation>Um 90° nach rechts drehen</translation>
    </message>
    <message>
        <source>Straighten by up to 10°</source>
        <translation>Um bis zu 10° gerade richten</translation>
    </message>
    <message>
        <source>Rotation in degrees</source>
        <translation>Drehung in Grad</translation>
    </message>
</context>
<context>
    <name>RunControls</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Anhalten und das Beste behalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>End the process now and go on later exactly where it was</source>
        <translation>Den Prozess jetzt beenden und später genau dort weitermachen</translation>
    </message>
    <message>
        <source>End the run and keep the best model so far</source>
        <translation>Den Lauf beenden und das bisher beste Modell behalten</translation>
    </message>
    <message>
        <source>End the run and delete everything it made</source>
        <translation>Den Lauf beenden und alles löschen, was er gemacht hat</translation>
    </message>
    <message>
        <source>Pausing after this step…</source>
        <translation>Pause nach diesem Schritt…</translation>
    </message>
    <message>
        <source>Stopping after this step…</source>
        <translation>Hält nach diesem Schritt an…</translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message>
        <source>{n} pages, {classes} classes</source>
        <translation>{n} Seiten, {classes} Klassen</translation>
    </message>
    <message>
        <source>{n} % done</source>
        <translation>{n} % fertig</translation>
    </message>
    <message>
        <source>{n} images a second</source>
        <translation>{n} Bilder je Sekunde</translation>
    </message>
    <message>
        <source>{n} MB on the graphics card</source>
        <translation>{n} MB auf der Grafikkarte</translation>
    </message>
    <message>
        <source>on {device}</source>
        <translation>auf {device}</translation>
    </message>
    <message>
        <source>Getting ready: libraries are loaded and pages are read.</source>
        <translation>Wird vorbereitet: Bibliotheken werden geladen und Seiten gelesen.</translation>
    </message>
    <message>
        <source>Figures and the report are being made.</source>
        <translation>Zahlen und Bericht entstehen.</translation>
    </message>
    <message>
        <source>time left is known after the first epoch</source>
        <translation>verbleibende Zeit nach dem ersten Durchgang bekannt</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Accuracy on held-out pages</source>
        <translation>Genauigkeit auf zurückgehaltenen Seiten</translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation>Logarithmischer Verlust</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Thick lines are of held-out pages, thin ones of training pages; the star marks the epoch that is kept.</source>
        <translation>Dicke Linien gehören zu zurückgehaltenen Seiten, dünne zu Trainingsseiten; der Stern zeigt den Durchgang, der behalten wird.</translation>
    </message>
    <message>
        <source>This recipe keeps no pages apart while it trains: every fold runs all its epochs, and its figures come from held-out pages at its end.</source>
        <translation>Dieses Rezept hält beim Training keine Seiten zurück: Jeder Teil macht alle Durchgänge, und seine Zahlen kommen am Ende von zurückgehaltenen Seiten.</translation>
    </message>
    <message>
        <source>{name} waits for {other}. It begins by itself while ecgdesk is open.</source>
        <translation>{name} wartet auf {other}. Es beginnt von selbst, solange ecgdesk offen ist.</translation>
    </message>
    <message>
        <source>{name} goes on in the background, also when this window is closed.</source>
        <translation>{name} läuft im Hintergrund weiter, auch wenn dieses Fenster geschlossen ist.</translation>
    </message>
    <message>
        <source>The training process ended without a word. The last it said:</source>
        <translation>Der Trainingsprozess endete ohne ein Wort. Zuletzt sagte er:</translation>
    </message>
    <message>
        <source>Resume goes on from the last checkpoint.</source>
        <translation>Fortsetzen macht beim letzten Zwischenstand weiter.</translation>
    </message>
    <message>
        <source>Paused. Resume goes on exactly where it was.</source>
        <translation>Pause. Fortsetzen macht genau dort weiter.</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Training runs</source>
        <translation>Trainingsläufe</translation>
    </message>
    <message>
        <source>Choose several rows to compare them.</source>
        <translation>Wählen Sie mehrere Zeilen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Runs compared</source>
        <translation>Verglichene Läufe</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Nothing was trained here yet. Begin with Data.</source>
        <translation>Hier wurde noch nichts trainiert. Beginnen Sie mit den Daten.</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>einwandfrei</translation>
    </message>
    <message>
        <source>as published</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>The folder that the recipe&apos;s paths begin at</source>
        <translation>Der Ordner, an dem die Pfade des Rezepts beginnen</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>Archive (*.zip)</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>Lauf exportieren</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
</context>
<context>
    <name>SavePage</name>
    <message>
        <source>Save as a model</source>
        <translation>Als Modell speichern</translation>
    </message>
    <message>
        <source>A model pack is one file with weights, figures and limits. It is chosen at the top right of the window, and can be copied to other computers.</source>
        <translation>Ein Modellpaket ist eine Datei mit Gewichten, Zahlen und Grenzen. Es wird oben rechts im Fenster gewählt und kann auf andere Rechner kopiert werden.</translation>
    </message>
    <message>
        <source>Save and use</source>
        <translation>Speichern und benutzen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>What the card says</source>
        <translation>Was die Karte sagt</translation>
    </message>
    <message>
        <source>The model needs a name.</source>
        <translation>Das Modell braucht einen Namen.</translation>
    </message>
    <message>
        <source>Its id: {id}</source>
        <translation>Seine Kennung: {id}</translation>
    </message>
    <message>
        <source>{name} is saved and in use. Drop a page on the window to try it.</source>
        <translation>{name} ist gespeichert und in Gebrauch. Legen Sie eine Seite auf dem Fenster ab, um es zu versuchen.</translation>
    </message>
    <message>
        <source>Another model is called like that. Give this one another name, or replace it.</source>
        <translation>Ein anderes Modell heißt so. Geben Sie diesem einen anderen Namen, oder ersetzen Sie das andere.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>SavingActions</name>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Save page with heat map</source>
        <translation>Seite mit Wärmekarte speichern</translation>
    </message>
    <message>
        <source>Save result as JSON</source>
        <translation>Ergebnis als JSON speichern</translation>
    </message>
    <message>
        <source>Table (*.csv);;WFDB record (*.hea)</source>
        <translation>Tabelle (*.csv);;WFDB-Aufzeichnung (*.hea)</translation>
    </message>
    <message>
        <source>Save signals</source>
        <translation>Signale speichern</translation>
    </message>
    <message>
        <source>Save table of all pages</source>
        <translation>Tabelle aller Seiten speichern</translation>
    </message>
    <message>
        <source>The result is in the clipboard.</source>
        <translation>Das Ergebnis ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Draw a line over</source>
        <translation>Linie ziehen über</translation>
    </message>
    <message>
        <source>Which squares</source>
        <translation>Welche Kästchen</translation>
    </message>
    <message>
        <source>squares of 5 mm</source>
        <translation>Kästchen von 5 mm</translation>
    </message>
    <message>
        <source>squares of 1 mm</source>
        <translation>Kästchen von 1 mm</translation>
    </message>
    <message>
        <source>Paper speed</source>
        <translation>Papiergeschwindigkeit</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>{n} mm/s</source>
        <translation>{n} mm/s</translation>
    </message>
    <message>
        <source>{n} mm/mV</source>
        <translation>{n} mm/mV</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>Go back to the scale that was read (Delete)</source>
        <translation>Zum gelesenen Maßstab zurück (Entf)</translation>
    </message>
    <message>
        <source>Number of squares</source>
        <translation>Anzahl der Kästchen</translation>
    </message>
    <message>
        <source>Over how many squares the line goes</source>
        <translation>Über wie viele Kästchen die Linie geht</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source> px/mm</source>
        <translation> px/mm</translation>
    </message>
    <message>
        <source>Pixels of a millimetre</source>
        <translation>Bildpunkte eines Millimeters</translation>
    </message>
    <message>
        <source>Pixels of a millimetre, to be entered instead of drawing a line</source>
        <translation>Bildpunkte eines Millimeters, statt eine Linie zu ziehen</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>Das Schnellste, was da ist</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (GPU)</source>
        <translation>Grafikkarte (GPU)</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>As the model was trained</source>
        <translation>Wie das Modell trainiert wurde</translation>
    </message>
    <message>
        <source>The whole page</source>
        <translation>Die ganze Seite</translation>
    </message>
    <message>
        <source>Crop at first</source>
        <translation>Erster Ausschnitt</translation>
    </message>
    <message>
        <source>Draw heat maps</source>
        <translation>Wärmekarten zeichnen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>On the page that is shown</source>
        <translation>Auf der gezeigten Seite</translation>
    </message>
    <message>
        <source>In batches too (slow)</source>
        <translation>Auch in Stapeln (langsam)</translation>
    </message>
    <message>
        <source>Test heat maps</source>
        <translation>Wärmekarten prüfen</translation>
    </message>
    <message>
        <source>Measure the pages of batches too</source>
        <translation>Auch Seiten in Stapeln messen</translation>
    </message>
    <message>
        <source>Analyse pages as soon as they are open</source>
        <translation>Seiten analysieren, sobald sie offen sind</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Language (next start)</source>
        <translation>Sprache (nächster Start)</translation>
    </message>
    <message>
        <source>Bring back the open pages at the next start</source>
        <translation>Die offenen Seiten beim nächsten Start wiederbringen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Open from</source>
        <translation>Öffnen aus</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>All but one</source>
        <translation>Alle bis auf einen</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Umschalt+Pfeile</translation>
    </message>
    <message>
        <source>Ctrl+Arrows</source>
        <translation>Strg+Pfeile</translation>
    </message>
    <message>
        <source>Move the crop, or what is chosen, by one pixel</source>
        <translation>Ausschnitt oder Gewähltes um einen Bildpunkt verschieben</translation>
    </message>
    <message>
        <source>Move it by ten pixels</source>
        <translation>Um zehn Bildpunkte verschieben</translation>
    </message>
    <message>
        <source>Resize it; of a caliper, move the second leg</source>
        <translation>Größe ändern; beim Messzirkel den zweiten Schenkel verschieben</translation>
    </message>
    <message>
        <source>Ctrl+Drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>Draw or move a caliper without snapping</source>
        <translation>Messzirkel ohne Einrasten zeichnen oder verschieben</translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation>Bild ab, Bild auf</translation>
    </message>
    <message>
        <source>Choose the next mask, caliper, lead or corner</source>
        <translation>Nächste Verdeckung, Messzirkel, Ableitung oder Ecke wählen</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Add a mask, a time caliper or a lead box</source>
        <translation>Verdeckung, Zeitzirkel oder Ableitungskasten hinzufügen</translation>
    </message>
    <message>
        <source>Shift+Insert</source>
        <translation>Umschalt+Einfg</translation>
    </message>
    <message>
        <source>Add a voltage caliper or a long lead box</source>
        <translation>Spannungszirkel oder langen Ableitungskasten hinzufügen</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>March the chosen caliper through, rename the chosen lead</source>
        <translation>Gewählten Messzirkel abtragen, gewählte Ableitung umbenennen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Let go of what is chosen, then put the tool down</source>
        <translation>Gewähltes loslassen, dann das Werkzeug weglegen</translation>
    </message>
    <message>
        <source>Ctrl+Wheel</source>
        <translation>Strg+Rad</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger vergrößern</translation>
    </message>
    <message>
        <source>Space+Drag</source>
        <translation>Leertaste+Ziehen</translation>
    </message>
    <message>
        <source>Move the page</source>
        <translation>Seite verschieben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Remove what is chosen on the page or in the list</source>
        <translation>Gewähltes auf der Seite oder in der Liste entfernen</translation>
    </message>
    <message>
        <source>Ctrl+Z, Ctrl+Shift+Z</source>
        <translation>Strg+Z, Strg+Umschalt+Z</translation>
    </message>
    <message>
        <source>Undo and redo</source>
        <translation>Rückgängig machen und wiederholen</translation>
    </message>
</context>
<context>
    <name>SignalPane</name>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Lead that is shown</source>
        <translation>Gezeigte Ableitung</translation>
    </message>
    <message>
        <source>Follow pointer</source>
        <translation>Zeiger folgen</translation>
    </message>
    <message>
        <source>Show the lead that the pointer is over on the page</source>
        <translation>Die Ableitung zeigen, über der der Zeiger auf der Seite steht</translation>
    </message>
    <message>
        <source>No trace was read from this page.</source>
        <translation>Von dieser Seite wurde keine Kurve gelesen.</translation>
    </message>
    <message>
        <source>Curve of the lead</source>
        <translation>Kurve der Ableitung</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>The result is on its way</source>
        <translation>Das Ergebnis ist unterwegs</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{x}, {y} px</source>
        <translation>{x}, {y} px</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>StraightView</name>
    <message>
        <source>Straightened</source>
        <translation>Gerade gerichtet</translation>
    </message>
    <message>
        <source>Straightened page</source>
        <translation>Gerade gerichtete Seite</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>(not there)</source>
        <translation>(nicht da)</translation>
    </message>
    <message>
        <source>Page {name}, {words}</source>
        <translation>Seite {name}, {words}</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>The wizard writes a recipe and starts this very command; so can you. The same recipe gives the same figures either way.</source>
        <translation>Der Assistent schreibt ein Rezept und startet genau diesen Befehl; Sie können es auch. Dasselbe Rezept gibt so oder so dieselben Zahlen.</translation>
    </message>
    <message>
        <source>1. Write a recipe</source>
        <translation>1. Ein Rezept schreiben</translation>
    </message>
    <message>
        <source>A recipe is a small text file: where pages and labels are, how to split, which network. The project&apos;s folder training/recipes has examples to start from.</source>
        <translation>Ein Rezept ist eine kleine Textdatei: wo Seiten und Klassen sind, wie geteilt wird, welches Netz. Im Ordner training/recipes des Projekts sind Beispiele, mit denen man beginnen kann.</translation>
    </message>
    <message>
        <source>2. Train</source>
        <translation>2. Trainieren</translation>
    </message>
    <message>
        <source>Pages of one patient or day stay on one side of each split. The run ends with a report and a model pack (model.ecgmodel).</source>
        <translation>Seiten eines Patienten oder Tages bleiben auf einer Seite jeder Teilung. Der Lauf endet mit einem Bericht und einem Modellpaket (model.ecgmodel).</translation>
    </message>
    <message>
        <source>3. Use it here</source>
        <translation>3. Hier benutzen</translation>
    </message>
    <message>
        <source>Drop the model pack on this window, or choose Analyse › Import a model.</source>
        <translation>Legen Sie das Modellpaket auf diesem Fenster ab oder wählen Sie Analyse › Modell importieren.</translation>
    </message>
</context>
<context>
    <name>TrainingPlace</name>
    <message>
        <source>The training {name} goes on.</source>
        <translation>Das Training {name} läuft weiter.</translation>
    </message>
    <message>
        <source>The training {name} ended: {state}.</source>
        <translation>Das Training {name} ist zu Ende: {state}.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Open an ECG page</source>
        <translation>EKG-Seite öffnen</translation>
    </message>
    <message>
        <source>Drop pictures, PDF files or folders anywhere in this window.</source>
        <translation>Legen Sie Bilder, PDF-Dateien oder Ordner irgendwo in diesem Fenster ab.</translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation>Offene Seiten</translation>
    </message>
    <message>
        <source>Scans, photographs or PDF files from this computer</source>
        <translation>Scans, Fotos oder PDF-Dateien von diesem Rechner</translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>A simulated ECG, to see what happens</source>
        <translation>Ein simuliertes EKG, um zu sehen, was geschieht</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <source>With your own labelled pages, checked before and measured after</source>
        <translation>Mit Ihren eigenen Seiten bekannter Klasse, vorher geprüft und nachher gemessen</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>This file is no longer there.</source>
        <translation>Diese Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation>{name} aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>WhySection</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>{name} (for experts)</source>
        <translation>{name} (für Fachleute)</translation>
    </message>
    <message>
        <source>How the heat map is made</source>
        <translation>Wie die Wärmekarte entsteht</translation>
    </message>
    <message>
        <source>The class whose evidence the heat map shows</source>
        <translation>Die Klasse, deren Hinweise die Wärmekarte zeigt</translation>
    </message>
    <message>
        <source>Method of the heat map</source>
        <translation>Verfahren der Wärmekarte</translation>
    </message>
    <message>
        <source>Class to explain</source>
        <translation>Klasse, die erklärt wird</translation>
    </message>
    <message>
        <source>Strength of the heat map</source>
        <translation>Stärke der Wärmekarte</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Shown for</source>
        <translation>Gezeigt für</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Train a model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Close training (Esc)</source>
        <translation>Training schließen (Esc)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Weiter: {step}</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
</context>
<context>
    <name>calipers</name>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>mV</source>
        <translation>mV</translation>
    </message>
</context>
<context>
    <name>closing</name>
    <message>
        <source>close all pages</source>
        <translation>Alle Seiten schließen</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>Makro-F1</translation>
    </message>
    <message>
        <source>Macro precision</source>
        <translation>Makro-Präzision</translation>
    </message>
    <message>
        <source>Macro sensitivity</source>
        <translation>Makro-Sensitivität</translation>
    </message>
    <message>
        <source>Weighted F1</source>
        <translation>Gewichteter F1</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>AUPRC</source>
        <translation>AUPRC</translation>
    </message>
    <message>
        <source>Calibration error (ECE)</source>
        <translation>Kalibrierungsfehler (ECE)</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier-Wert</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log-Verlust</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Weighted precision</source>
        <translation>Gewichtete Präzision</translation>
    </message>
    <message>
        <source>Weighted sensitivity</source>
        <translation>Gewichtete Sensitivität</translation>
    </message>
    <message>
        <source>Calibration error, debiased</source>
        <translation>Kalibrierungsfehler, bereinigt</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Train from the command line</source>
        <translation>Über die Befehlszeile trainieren</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation>A&amp;nalyse</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Aussehen</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Something is needed here.</source>
        <translation>Hier fehlt etwas.</translation>
    </message>
    <message>
        <source>Must be a whole number.</source>
        <translation>Muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>Must be a number, with a point before decimals.</source>
        <translation>Muss eine Zahl sein, mit Punkt vor den Dezimalen.</translation>
    </message>
    <message>
        <source>Must be a list in brackets, such as [0.9, 1.1].</source>
        <translation>Muss eine Liste in Klammern sein, etwa [0.9, 1.1].</translation>
    </message>
    <message>
        <source>Must be a table in braces, such as { depth = 2 }.</source>
        <translation>Muss eine Tabelle in geschweiften Klammern sein, etwa { depth = 2 }.</translation>
    </message>
    <message>
        <source>Must be more than {gt}.</source>
        <translation>Muss mehr als {gt} sein.</translation>
    </message>
    <message>
        <source>Must be {ge} or more.</source>
        <translation>Muss {ge} oder mehr sein.</translation>
    </message>
    <message>
        <source>Must be less than {lt}.</source>
        <translation>Muss weniger als {lt} sein.</translation>
    </message>
    <message>
        <source>Must be {le} or less.</source>
        <translation>Muss {le} oder weniger sein.</translation>
    </message>
    <message>
        <source>Must be one of: {expected}.</source>
        <translation>Muss eines von diesen sein: {expected}.</translation>
    </message>
    <message>
        <source>Only small letters, digits, points, dashes and underscores; a letter or digit first.</source>
        <translation>Nur Kleinbuchstaben, Ziffern, Punkte, Striche und Unterstriche; zuerst ein Buchstabe oder eine Ziffer.</translation>
    </message>
    <message>
        <source>Must be a value as TOML writes it, such as [0.9, 1.1].</source>
        <translation>Muss ein Wert sein, wie TOML ihn schreibt, etwa [0.9, 1.1].</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>Ein solches Feld gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>recipe</name>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
</context>
<context>
    <name>result</name>
    <message>
        <source>No result for this page</source>
        <translation>Kein Ergebnis für diese Seite</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Erneut analysieren</translation>
    </message>
    <message>
        <source>This page could not be analysed</source>
        <translation>Diese Seite konnte nicht analysiert werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No page yet</source>
        <translation>Noch keine Seite</translation>
    </message>
    <message>
        <source>Open a page and its result appears here.</source>
        <translation>Öffnen Sie eine Seite, und ihr Ergebnis erscheint hier.</translation>
    </message>
    <message>
        <source>Open pages…</source>
        <translation>Seiten öffnen…</translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation>Noch nicht analysiert</translation>
    </message>
    <message>
        <source>Set the crop if you like, then start.</source>
        <translation>Setzen Sie, wenn Sie mögen, den Ausschnitt, und starten Sie dann.</translation>
    </message>
    <message>
        <source>Analyse this page</source>
        <translation>Diese Seite analysieren</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>The model is being loaded. You can set the crop meanwhile.</source>
        <translation>Das Modell wird geladen. Sie können inzwischen den Ausschnitt setzen.</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Wird analysiert</translation>
    </message>
    <message>
        <source>Starting again</source>
        <translation>Startet neu</translation>
    </message>
    <message>
        <source>The engine stopped and is starting again. Nothing was lost.</source>
        <translation>Der Rechenkern ist stehen geblieben und startet neu. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation>Kein Modell ist installiert</translation>
    </message>
    <message>
        <source>Pages can be viewed and cropped. Import a model to analyse them.</source>
        <translation>Seiten können angesehen und zugeschnitten werden. Importieren Sie ein Modell, um sie zu analysieren.</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>Modell importieren…</translation>
    </message>
    <message>
        <source>The engine does not start</source>
        <translation>Der Rechenkern startet nicht</translation>
    </message>
    <message>
        <source>Pages cannot be analysed until it does.</source>
        <translation>Bis dahin können keine Seiten analysiert werden.</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Erneut starten</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Stopped, best kept</source>
        <translation>Angehalten, Bestes behalten</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Figure or choice</source>
        <translation>Zahl oder Wahl</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>Lauf verwerfen</translation>
    </message>
    <message>
        <source>Delete {name} with everything it made?</source>
        <translation>{name} mit allem löschen, was er gemacht hat?</translation>
    </message>
    <message>
        <source>Figures, checkpoints and its model are gone for good.</source>
        <translation>Zahlen, Zwischenstände und sein Modell sind dann endgültig fort.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>spans</name>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{h} h {min} min</source>
        <translation>{h} h {min} min</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>None of the classes</source>
        <translation>Keine der Klassen</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Kein Ergebnis</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>Trainingsläufe</translation>
    </message>
    <message>
        <source>Evaluate a model</source>
        <translation>Modell bewerten</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} und {n} weitere</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation>noch {n} s</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>noch {n} min</translation>
    </message>
    <message>
        <source>{name}, page {n}</source>
        <translation>{name}, Seite {n}</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} fehlgeschlagen</translation>
    </message>
    <message>
        <source>finding the class…</source>
        <translation>die Klasse wird gesucht…</translation>
    </message>
    <message>
        <source>checking the result…</source>
        <translation>das Ergebnis wird geprüft…</translation>
    </message>
    <message>
        <source>reading the page…</source>
        <translation>die Seite wird gelesen…</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Wird analysiert</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Take care</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>None of the classes</source>
        <translation>Keine der Klassen</translation>
    </message>
    <message>
        <source>{n} bpm</source>
        <translation>{n}/min</translation>
    </message>
    <message>
        <source>{text} ms</source>
        <translation>{text} ms</translation>
    </message>
</context>
</TS>
