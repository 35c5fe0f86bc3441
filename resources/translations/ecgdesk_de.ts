<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About ecgdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads scanned and photographed ECG pages on this computer. Nothing leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is under the MIT licence. It stands on Qt (LGPL), PyTorch, OpenCV and others, each under its own licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show licences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a s&amp;ample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save page with heat &amp;map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save result as &amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;table of all pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste picture or files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy result as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy p&amp;icture with heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset c&amp;rop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate ri&amp;ght</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mask a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw boxes over what nobody should see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where the evidence lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;eat map choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours, threshold, and what to compare the heat map with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wap compared heat maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Crop in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model &amp;sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analyse this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse a&amp;ll pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restart the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training &amp;runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About ecgdesk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Licence: {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {value}, 95 % interval {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes: {classes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on {n} pages of {data}, grouped by {group}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CautionBox</name>
    <message>
        <source>Take care: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckLines</name>
    <message>
        <source>{percent} of the evidence inside the tracing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {percent} of the evidence inside the tracing. Treat the result with care.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Are these pages sound?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check looks for copies, pages of another kind, groups that cross a split, and anything beside the tracing that gives the class away. Your files are never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why. The reason is written into the model&apos;s card, beside every figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for training all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: to repeat a published figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check was cancelled. Check again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} files, {readable} readable, {distinct} distinct pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} findings would make every figure wrong. Choose a remedy for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in the way of a sound training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left that would make the figures wrong.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassCounts</name>
    <message>
        <source>{name}: {n} pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeLine</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnChoices</name>
    <message>
        <source>Folder of the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the paths begin, seen from the list; empty means beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that names each page&apos;s file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column with the diagnosis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient or date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of one patient or day stay on one side of every split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a page occurs in a published set; for comparison with papers only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Page with the other heat map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pages of {true} were called {guess}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on: {device}. Click to change.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CropPanel</name>
    <message>
        <source>Hide an area: draw a box over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the proposed crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 area hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 areas hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CropPreview</name>
    <message>
        <source>What the model sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2, %3, shown at %4 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ink</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CropState</name>
    <message>
        <source>Move crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset crop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Which pages?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder that holds one folder of pages for each class, or a CSV list with a path and a label in each row. Nothing is copied and nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a CSV list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few pages of each class. Click one to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a CSV list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pages} pages in {classes} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no groups: each page is held out on its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} groups by {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files of the list are not there: {names}. Check the folder of the pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only one class; at least two are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than {n} pages: {names}. Every figure of such a class will be uncertain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Float or dock this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this panel (View menu brings it back)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message>
        <source>Check this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Left out: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (PNG, JPEG, TIFF, BMP, WebP), PDF files, folders and model packs can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to import {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open {n} files and folders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>A cancelled page did not stop, so the engine is being restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page took far too long, so the engine is being restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abnormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abnormal ECG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abnormal heartbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acute myocardial infarction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced heart block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against it: {name}, {probability}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model with the id {model!r} is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anterior myocardial infarction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrhythmia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a model pack without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the right to read it, or copy it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever made the model pack to write it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atrial fibrillation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atrial flutter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avoid shadows, or scan the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its paper, or save the report as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is on and connected, or save the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the page is upright and the crop right, or scan it again at 200 to 300 dpi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the crop, and do not rely on this result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the access rights of that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the folder&apos;s rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the access rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the page and the crop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that ends in .ecgmodel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that is not write-protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with a folder per class, or a CSV with a path and a label in each row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture or a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a scan or photograph of an ECG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another network of timm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another page, or move the crop onto the tracing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another page, turn this one upright, or move the crop onto the tracing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the column that it is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the state dict of YOLOv8n-cls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the weights that the catalog names for this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose their folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or scan it again at 200 to 300 dpi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or scan the page at a lower resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete left bundle branch block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete right bundle branch block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conduction disturbance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy, scan or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the fields that are marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the options in the recipe or the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details are in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard it, or stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not rely on the class: use a model that was trained on pages like this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each page needs a row with its path and its label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erasing the hot places changes the class no more than erasing others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it again at 200 to 300 dpi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export or print it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the gaps before it is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-degree AV block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example [0.9, 1.1] or { depth = 2 }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space there, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the model pack again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --csv the name of a new file, such as results.csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a rate above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a shorter name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of myocardial infarction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hypertrophy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incomplete right bundle branch block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferior myocardial infarction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install one: ecgdesk models import FILE.ecgmodel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ischaemia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {leads}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lateral myocardial infarction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left anterior fascicular block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left axis deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left bundle branch block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left posterior fascicular block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left ventricular hypertrophy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low QRS voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it larger if it leaves out leads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models cannot run here ({kind}). Pages can still be opened. Run “ecgdesk doctor” for the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of the evidence for {name} ({share}) lies {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move that edge outwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Myocardial infarction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Myocardial injury</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Myocardial ischaemia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one with a config.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ECG traces were found here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run folder can be made in {name!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal ECG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal sinus rhythm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure. No class is over its threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure. Possible: {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure. This page is unlike those the model was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the model&apos;s test pages scored like this, {correct} of {pages} were right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old myocardial infarction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {seconds:.2f} seconds of signal fit on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {share} of the evidence lies on the tracing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in another program, save it as PNG, and try that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file that it should lead to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over their thresholds: {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paced rhythm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages can be opened; the models are being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the tracing is outside the crop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pathological Q waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pericarditis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premature atrial contraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premature ventricular contraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prolonged PR interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prolonged QT interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the pages of each class into a folder named like the class, or choose a CSV list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it, or rename the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the crop, or move its edges outwards: the model knows whole tracings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({x0}, {y0}) to ({x1}, {y1}) px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cautions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space, or install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG page report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by ecgdesk on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason is given for this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {hash} (page {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible: {classes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability {probability}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research and education. Not for diagnosis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the program; if it happens again, update the driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the run to have them written again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right axis deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right bundle branch block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right ventricular hypertrophy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “ecgdesk doctor” for the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ST depression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ST elevation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ST/T change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy without a password and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again as a PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again as an 8-bit PNG or TIFF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again with fewer pages or a lower resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a file and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save one picture of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the bare state dict: as safetensors, or with torch.save of nothing but tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the page as one of these, or print it to PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it again at 200 to 300 dpi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it again with the whole sheet visible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the page again at 200 to 300 dpi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the page again with more contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the page, or hold the camera still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second-degree AV block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the log for the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See timm.list_models() for the names it knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinus arrhythmia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinus bradycardia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinus rhythm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sinus tachycardia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened; the log says where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into smaller files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such a list is made to hold the right class for {share} of pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supraventricular arrhythmia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supraventricular tachycardia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T-wave inversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it again with more light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The architecture {architecture!r} cannot be built with these options: {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blocks of this network attend to different patches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card of {file} and its {part} do not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card of {file} does not say which schema it follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card of {file} follows schema {schema!r:.20}; this program reads {own}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card of {file} is not readable JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card of {file} is not valid: {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card of {file} sets an option to {value!r:.20}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cleaned list could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The crop cuts through a trace at its {edge} edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The crop holds only a small part of the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of the training pages in {file} is not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine could not be started, so pages cannot be analysed. The log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not start. Run “ecgdesk doctor” for the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is being restarted with the new settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly and is being restarted. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence for {name} is spread over the whole crop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The explained layer gives {given} dimensions; {layout} needs {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card failed, so the processor is used from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card {card} is there but cannot be used ({cause}), so the processor is used. Run “ecgdesk doctor” for the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graphics card&apos;s memory was too small for this page, so the processor was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heat map changes when the crop is moved a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heat map could not be computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heat map hardly depends on what the model has learnt. Do not rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heat map holds values that are not numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heat map passed its checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heat map passed its checks: {share} on the tracing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heat map shows no place that speaks for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer {layer!r} gives no single tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer {layer!r} ran {times} times in one forward pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The light is very uneven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no class {target!r} to explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model pack {file} cannot be opened: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model} gave no valid answer for this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no layer {layer!r} to explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network in {file} has no layer {layer!r:.60} to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network {network} has no layer that can be shown as a heat map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pasted picture could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is blurred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is very dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program could not start itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe is not whole yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sampling rate is {hz} Hz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signal has missing values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signal has no lead {lead}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signal has the shape {shape}, not {leads} leads of two samples or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table cannot be written to {file}: that is a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table would replace {file}, which is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traces are hard to follow: very thin, broken or few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traces are very faint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tracing is very small: {width:.0f} × {height:.0f} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training pages described in {file} do not fit its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights do not fit the network: {part} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights do not fit the network: {part} is {given}, not {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights hold {part!r:.80}, which YOLOv8n-cls does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {file} are not valid safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {file} do not fit its card: {part:.60} is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {file} do not fit its card: {part} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {file} do not fit its card: {part} is {given}, not {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in {file} hold values that are not numbers ({part}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights {file} are damaged or were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work ended without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is almost nothing drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no architecture {architecture!r} in the catalog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class number {target} to explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no explanation method {method!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no explanation method {wanted!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no graphics card that can be used here, so the processor is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model {model!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for {page}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are written when its folds are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third-degree AV block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like an ECG page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a value as TOML writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may not be an ECG: no regular grid or lines stand out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no attention over patches to roll out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is cut off at the {edge} edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is unlike the pages this model was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page was not analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version reads PNG, JPEG, TIFF, BMP, WebP and PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many runs began at once in {name!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update ecgdesk, or ask for a model pack made for this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a larger sheet, a slower speed or a longer recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another model for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ventricular tachycardia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wolff-Parkinson-White syndrome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a DICOM file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a HEIC picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JPEG XL picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a compressed archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text document (RTF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also possible: {classes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an AVIF picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the bottom centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the bottom left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the bottom right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the middle left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the middle right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the top centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the top left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the top right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corners straightened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each over its own threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled with zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>little evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>much evidence for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such folder can be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of the classes stands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of an unknown type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is not writable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is write-protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a file where the folder should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a folder of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timm has no network called {name!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned {angle:.1f}°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be used: {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} changed while it was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} claims an impossible size for {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be written to {folder}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a name that is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no valid list of checksums.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {pages}; there is no page {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds a picture that is too large: {width} × {height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds bare weights without a model card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no readable tensors, or more than tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no state dict of tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds something that does not belong there: {part}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds the same part twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a PyTorch or pickle file; these can run code and are never opened as a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a link that leads back to itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is an animation, not a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is compressed; a model pack is stored as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is cut off or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is cut short: the end of the file is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be shown whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged or was changed: {part} is not as written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged: it says that its picture has no pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged: {part} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is incomplete: {part} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is locked with a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a model pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not the expected model pack: its SHA-256 is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not valid TOML: {cause}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is protected by a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is too large: more than {limit} pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is too large: {size:.0f} MB, the limit is {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is too large: {width} × {height} pixels; the limit is {limit} million pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is too large; the limit is {limit} million pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is {kind}. {reads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} may not be opened by this user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} needs more memory than this computer has free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} needs the architecture {architecture!r}, which is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stores its colours in a rare way that cannot be checked for damage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} stores its grey values in a form that has no fixed white ({mode}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written to {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written: the card and the training pages do not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written: the weights hold values that are not numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hash} (SHA-256, first {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:.0f} bpm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:.0f} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a run folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, probability {probability}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, score {probability} (not calibrated).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{network} cannot be explained by {method}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} areas masked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{page} could not be analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{page} stopped the engine twice and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{page} took far too long, also when it was tried again, and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{page} was not analysed because the engine does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the evidence for {name} lies {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the evidence lies outside the tracing, on margins or printed text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens} tokens are no grid of patches on an input of {width}×{height}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Figures would be wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{remedy}: done, undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitTable</name>
    <message>
        <source>All pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy {accuracy}, macro F1 {f1} on {n} held-out pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {n} of {all}, loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best epoch {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Folded</name>
    <message>
        <source>Show what the model would have said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of such pages it knows nothing: these numbers are no result.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>The folder used last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Open pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop pictures, PDF files or folders anywhere in the window, or paste a picture. Each page is analysed as soon as it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what lies inside the frame is analysed. Drag its handles, or use the arrow keys. Mask names with boxes: what is masked leaves the page before anything else sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bar is a probability. Of the model&apos;s own test pages given 0.80, about 80 in 100 were right; pages of another kind may do worse. “Not sure” means that the model does not choose; it then names what it could be. A caution above the result says why this page may mislead the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heat map shows where on the page the evidence for a class lies. Choose another class to see what speaks for it. A heat map outside the tracing is a reason for doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a one-page report, the page with the heat map, the result as JSON, or a table of all pages. What you masked is in none of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the model&apos;s own test pages given this number, about that share was right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is unlike the pages this model knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could be: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also possible: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatControls</name>
    <message>
        <source>Warm: more for {first}. Blue: more for {second}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other heat map is being made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeatPanel</name>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rainbow (uneven)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat below this is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer of the activation map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H hides the heat map, X swaps it with the one it is compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide below {n} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadBar</name>
    <message>
        <source>Lead {name}: {share} of the evidence. Click to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the log&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkModel</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very slow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Which network?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small networks do well on few pages. Letters name the papers that a network is from. Speed is by multiplications a page; how long it takes here depends on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search timm too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with public weights where they are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, such as resnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking timm for its networks. This takes some seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network is called like that. Search timm too, or shorten the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network of timm, with random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on this computer: {names}. Without them the network begins with random weights. Bring them with “ecgdesk models fetch” or from another machine.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong. Your pages and crops are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pages were closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a picture or PDF: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer there: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pages in {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, JPEG, TIFF, BMP, WebP and PDF can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. {n} of {total} pages were analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {total} pages were analysed. Without a result: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pages were analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped and is starting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your session and settings cannot be saved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last session was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningActions</name>
    <message>
        <source>The clipboard holds no picture and no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECG pages ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model packs (*{ending})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputPage</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop from %1, %2 to %3, %4 pixels. Arrow keys move it, Ctrl and arrow keys resize it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Open pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagesPanel</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Steps of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}, done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>&amp;Clear list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is gone: remove from list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePage</name>
    <message>
        <source>How to train?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a recipe and change what you like. The same file trains from the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read. Choose a recipe in TOML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken from {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same from the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the recipe, then type this beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper {letter}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the paper on sound splits. Set the protocol to “as published” to repeat its figures, leaks and all; the model&apos;s card then says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it takes is not known: this network was not trained on this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time} on this computer, at the pace of {run}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeSection</name>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {section}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RectFields</name>
    <message>
        <source>Left, px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top, px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width, px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height, px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReliabilityView</name>
    <message>
        <source>Reliability curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given {p}, {n} of {all} were right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share that was right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This result is of the earlier crop or model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound and unsound figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the whole report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the run&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound beside unsound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages that were changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most confident mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pages, none of them seen by the network that judged it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not honest figures: they follow the paper, copies and all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value (95 % interval)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrated with temperature {t}. {protocol}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run, sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run, as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by file, unsound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}, sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{run}, as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsound figures are shown so that they can be told apart, never to be believed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this run is here. Train the same recipe by the other protocol to see both side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{true} called {guess}
with {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their pages are not where they were.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RotationFields</name>
    <message>
        <source>Turn left by 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn right by 90°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straighten by up to 10°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotation in degrees</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunControls</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the process now and go on later exactly where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run and keep the best model so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run and delete everything it made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing after this step…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this step…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message>
        <source>{n} pages, {classes} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} % done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} images a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} MB on the graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready: libraries are loaded and pages are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time left is known after the first epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on held-out pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thick lines are of pages kept apart; the star marks the epoch that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recipe keeps no pages apart while it trains: every fold runs all its epochs, and its figures come from held-out pages at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} waits for {other}. It begins by itself while ecgdesk is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} goes on in the background, also when this window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process ended without a word. The last it said:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume goes on from the last checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. Resume goes on exactly where it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Training runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose several rows to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was trained here yet. Begin with Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder that the recipe&apos;s paths begin at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavePage</name>
    <message>
        <source>Save as a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model pack is one file with weights, figures and limits. It is chosen at the top right of the window, and can be copied to other computers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the card says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is saved and in use. Drop a page on the window to try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model is called like that. Give this one another name, or replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavingActions</name>
    <message>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save page with heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save result as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table of all pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics card (GPU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the model was trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw heat maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse pages as soon as they are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language (next start)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the open pages at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the crop by one pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the crop by ten pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize the crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space+Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen mask, or close the chosen pages in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z, Ctrl+Shift+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo and redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>The result is on its way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{x}, {y} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Page {name}, {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>The wizard writes a recipe and starts this very command; so can you. The same recipe gives the same figures either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Write a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recipe is a small text file: where pages and labels are, how to split, which network. The project&apos;s folder training/recipes has examples to start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of one patient or day stay on one side of each split. The run ends with a report and a model pack (model.ecgmodel).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Use it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the model pack on this window, or choose Analyse › Import a model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingPlace</name>
    <message>
        <source>The training {name} goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training {name} ended: {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Open an ECG page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop pictures, PDF files or folders anywhere in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans, photographs or PDF files from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A simulated ECG, to see what happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your own labelled pages, checked before and measured after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhySection</name>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the heat map is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class whose evidence the heat map shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method of the heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class to explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of the heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close training (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>closing</name>
    <message>
        <source>close all pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighted F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUPRC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error (ECE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train from the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Something is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be a number, with a point before decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be a list in brackets, such as [0.9, 1.1].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be a table in braces, such as { depth = 2 }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be more than {gt}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be {ge} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be less than {lt}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be {le} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be one of: {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only small letters, digits, points, dashes and underscores; a letter or digit first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be a value as TOML writes it, such as [0.9, 1.1].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>recipe</name>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>result</name>
    <message>
        <source>No result for this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page could not be analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a page and its result appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the crop if you like, then start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is being loaded. You can set the crop meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine stopped and is starting again. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages can be viewed and cropped. Import a model to analyse them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine does not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages cannot be analysed until it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped, best kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure or choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {name} with everything it made?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures, checkpoints and its model are gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spans</name>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {min} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>None of the classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate a model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>{names} and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, page {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding the class…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking the result…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} bpm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
