// Words that say nothing about what a question is about, in both målformer.

export const STOP = new Set(
  `alle alt andre at av bare berre ble blei bli blir bør både da de dei dem den denne der dere deres desse det dette di din
   disse du dykk dykkar då eg ein eit ei eller en er et etter for fra frå få får før gjer gjere gjør gjøre gjennom ha han har
   hatt her hva hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke ikkje in inn jeg kan kor korleis kva kvar
   kven kvifor kunne me med mellom men mens mer mot mye mykje må når no noe noen noko nokon nokre nå og om opp oss over på
   seg sin sine sitt sjå skal skulle slik som så ta til the to trenger treng ut vart var ved vi vil ville vår våre vårt være
   vere vært vore å òg også ho hun dvs jf bl evt`.split(/\s+/),
);
