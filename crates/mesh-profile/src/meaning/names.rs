//! Given names that are common in many countries: where a header says nothing, they tell names of people from those of
//! products, towns and companies.

use std::{collections::HashSet, sync::LazyLock};

use super::header::fold;

static COMMON: LazyLock<HashSet<String>> =
    LazyLock::new(|| GIVEN.split_whitespace().map(fold).collect());

/// Whether a word is a common given name.
pub(super) fn is_given(word: &str) -> bool {
    COMMON.contains(&fold(word))
}

const GIVEN: &str = "james john robert michael david william richard joseph thomas charles christopher daniel matthew \
    anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan \
    jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick \
    frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy \
    christian walter keith austin roger terry sean gerald carl dylan harold jordan jesse bryan lawrence arthur \
    gabriel bruce logan billy joe alan juan elijah willie albert wayne randy mason vincent liam roy bobby caleb \
    bradley russell lucas philip eugene harry howard oliver leo max oscar charlie alfie freddie theo archie graham \
    nigel simon martin stuart ian craig derek trevor geoffrey clive leon connor declan lewis callum damian darren \
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley \
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy \
    kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra rachel carolyn \
    janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn \
    judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia \
    frances jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa \
    diana brittany doris kayla alexis lori marie tracy tina tracey gemma lucy chloe zoe holly jade sophie leah \
    hollie naomi kirsty dawn wendy hilary gillian lesley lynn jill carole geraldine eileen leanne kerry joanne joanna \
    hans klaus jürgen juergen wolfgang dieter manfred uwe günter guenter horst bernd werner heinz karl stefan andreas \
    markus matthias sebastian florian tobias jan lukas felix jonas fabian philipp tim niklas moritz torsten thorsten \
    ralf rolf rainer gerhard helmut herbert kurt erich otto friedrich wilhelm heinrich ernst axel olaf sven jens jörg \
    dirk holger detlef volker reinhard hartmut gisela ursula monika petra sabine renate helga karin ingrid brigitte \
    gabriele birgit susanne heike anja claudia silke martina kerstin katrin kathrin ulrike angelika jutta elke ute \
    hannelore gertrud hildegard irmgard erika edeltraud waltraud anneliese lieselotte ilse christa stefanie katharina \
    lena lea mia leonie franziska johanna antonia greta frieda ida mathilda clara hanna dagmar bärbel marianne roland \
    jean pierre michel andré andre philippe alain bernard jacques daniel françois francois nicolas olivier laurent \
    christophe frédéric frederic pascal éric stéphane stephane sébastien julien thierry guillaume antoine maxime \
    hugo louis jules gilles yves rené rene marcel roger gérard gerard henri georges claude luc thibault étienne \
    emmanuel xavier benoît benoit mathieu raphaël raphael adrien alexandre franck denis marc guy noël noel joseph \
    nathalie isabelle sylvie catherine françoise valérie valerie monique nicole sandrine christelle céline celine \
    virginie sophie aurélie aurelie émilie emilie camille manon léa lea chloé inès ines jeanne marguerite hélène \
    helene geneviève genevieve thérèse therese odette lucie margaux élise elise margot agnès agnes corinne brigitte \
    véronique veronique martine dominique patricia capucine gabrielle suzanne josette simone astrid margaud zoé \
    antonio josé manuel francisco javier carlos miguel jesús jesus rafael pedro ángel angel alejandro fernando sergio \
    pablo jorge alberto luis álvaro alvaro diego adrián adrian raúl raul enrique ramón ramon vicente andrés andres \
    joaquín joaquin santiago eduardo víctor victor roberto jaime ignacio mario alfonso salvador ricardo emilio \
    julio hugo iván ivan rubén ruben óscar felipe mateo gonzalo nicolás esteban cristian guillermo gerardo arturo \
    carmen josefa isabel dolores pilar ana lucía lucia mercedes rosa francisca antonia elena cristina paula concepción \
    marta rocío rocio raquel beatriz silvia nuria irene montserrat sonia juana eva encarnación lourdes inmaculada \
    alba noelia yolanda daniela valentina camila sofía sofia ximena mariana fernanda alejandra gabriela verónica \
    giuseppe giovanni mario luigi andrea vincenzo salvatore francesco domenico bruno paolo carlo franco pietro \
    alessandro marco stefano luca matteo lorenzo davide simone federico riccardo gianni claudio enrico massimo \
    fabio alessio giacomo tommaso edoardo filippo giorgio leonardo gabriele nicola angelo michele emanuele raffaele \
    giulia chiara sara martina francesca silvia alessandra valentina giovanna rosa angela lucia teresa caterina \
    elisa federica paola giuseppina ilaria eleonora serena arianna beatrice camilla bianca ginevra ludovica margherita \
    alessia gaia roberta daniela cristina antonella patrizia donatella raffaella flavia fiamma ornella loredana \
    joão joao pedro tiago rui nuno paulo gustavo guilherme vitor vítor caio thiago rodrigo bruno leandro matheus \
    davi enzo murilo otávio vinícius vinicius benício heitor cauã cauê ryan isadora letícia leticia larissa bruna \
    juliana aline luana yasmin beatriz catarina inês mafalda matilde leonor luciana patrícia adriana heloísa lorena \
    jan pieter johannes willem hendrik cornelis gerrit dirk bram daan sem thijs luuk lars milan ruben stijn sander \
    jeroen bas wouter maarten niels kees piet sjoerd femke sanne lotte anouk fleur noor saar tess roos emma eva \
    marieke ingrid mieke anneke joke wilma ria tineke janneke marloes lieke maud isa jasmijn merel floor joost koen \
    piotr krzysztof andrzej tomasz paweł pawel jan stanisław stanislaw michał michal marcin jakub łukasz lukasz \
    grzegorz józef jozef wojciech mateusz kamil dawid rafał rafal zbigniew jerzy tadeusz maciej kacper szymon filip \
    bartosz adrian dominik hubert igor oskar anna maria katarzyna małgorzata malgorzata agnieszka barbara krystyna \
    ewa elżbieta elzbieta zofia teresa joanna magdalena monika jadwiga danuta irena halina aleksandra natalia zuzanna \
    julia wiktoria oliwia maja marta karolina justyna dorota beata iwona jolanta bożena bozena grażyna kinga marianna \
    erik lars karl anders per mikael johan nils peter olof gustav sven fredrik daniel björn bjorn henrik mats magnus \
    oskar emil axel elias viktor linnea elin ingrid karin margareta kristina birgitta eva marie ulla astrid freja \
    maja ebba wilma alva saga agneta monica kerstin annika malin jenny susanne åsa gunnar ingvar stig bengt hakan \
    jens søren soren mette kirsten lone hanne bente camilla kasper rasmus mads morten jesper ole knut ola kjell \
    tor bjørn geir svein øyvind terje marit anne inger liv randi berit solveig silje ida nora ingeborg sigrid hedda \
    juhani johannes matti mikko jukka antti timo kari pekka juha heikki markku jari hannu ville eero aino helena \
    anneli tuula liisa ritva pirjo päivi paivi minna johanna sari tiina hannele marjatta kaisa elina veera satu \
    petr pavel jiří jiri josef tomáš tomas jaroslav miroslav zdeněk zdenek václav vaclav michal františek frantisek \
    jakub milan karel lukáš vladimír ladislav stanislav ondřej ondrej roman marek radek vojtěch jana hana eva anna \
    lenka kateřina katerina lucie věra vera alena petra veronika jaroslava tereza martina michaela zdeňka ludmila \
    lászló laszlo istván istvan józsef jános janos zoltán zoltan sándor sandor ferenc gábor gabor attila tamás tamas \
    péter györgy gyorgy imre bence balázs erzsébet katalin ilona zsuzsanna zsófia judit ágnes erika éva mária andrás \
    ion andrei alexandru mihai cristian gheorghe vasile nicolae florin adrian marian ionuț ionut elena ioana andreea \
    mihaela alina gabriela carmen simona raluca bogdan radu ștefan dragoș ivan petar marko luka ana jelena milica \
    dragan zoran goran miloš nikola stefan aleksandar dušan vesna snežana marija ivana katarina tomislav josip ante \
    александр сергей дмитрий андрей алексей максим евгений иван михаил артем владимир николай олег павел роман виктор \
    юрий игорь василий антон денис константин борис григорий виталий станислав анна мария елена ольга наталья \
    екатерина татьяна ирина светлана юлия людмила анастасия дарья галина валентина надежда любовь вера нина александра \
    οlena oksana andriy oleksandr mykola vasyl олена оксана андрій олександр микола тетяна наталія юрій ірина \
    mehmet mustafa ahmet ali hüseyin hasan ibrahim ismail osman yusuf murat ömer ramazan fatma ayşe emine hatice \
    zeynep elif meryem şerife zehra sultan hanife merve büşra esra kemal emre burak cem deniz selin \
    mohamed mohammed muhammad ahmed mahmoud omar khaled hassan hussein abdullah youssef karim tarek samir fatima \
    aisha maryam layla nour zainab khadija salma amina hana محمد أحمد علي عمر حسن حسين خالد فاطمة مريم عبدالله سارة \
    γιώργος γεώργιος δημήτρης κωνσταντίνος νίκος ιωάννης μαρία ελένη κατερίνα βασιλική σοφία αγγελική giorgos \
    rahul amit sanjay rajesh suresh vijay anil ravi arjun priya anjali pooja neha sunita kavita lakshmi deepak \
    राम कुमार प्रिया अमित संजय wei fang min jing lei yang yong li hiroshi takashi kenji yuki akira naoko keiko yoko";
