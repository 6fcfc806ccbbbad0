//! The words with which headers say what a column means, in the languages of Europe and some of the world's largest.

pub(super) const EMAIL: &str = "~email ~mail correo courriel epost eposta sahkoposti почта почты ηλεκτρονικό メール \
    邮箱 電子郵件 电子邮件 이메일 البريد ईमेल posta elektronicka pastas epasts";

pub(super) const PHONE: &str = "~phone ~telefon telefono telephone mobile handy mobil mobilnummer rufnummer tel fax \
    cell cellphone gsm celular movil portable téléphone telefone telefonnummer mobiltelefon puhelin puhelinnumero \
    telefoon mobiel telefoonnummer komorka numertelefonu телефон тел мобильный τηλέφωνο κινητό 電話 电话 手机 携帯 \
    전화 휴대폰 هاتف الهاتف जोल फोन मोबाइल whatsapp msisdn telefoni telefonas talrunis puh sími טלפון tlf mob \
    telefonszám puhelimet điệnthoại โทรศัพท์ خلوی تلفن nomor telepon dienthoai";

pub(super) const IBAN: &str = "~iban bankaccount comptebancaire cuentabancaria contocorrente contobancario contabancaria =account bankverbindung kontonummer accountnumber rekeningnummer bankkonto";

pub(super) const CARD: &str = "cardnumber creditcard cardno ccnumber ccnum pan kreditkarte kreditkartennummer \
    kartennummer cartebancaire numerocarte tarjeta cartacredito cartadicredito creditcardnumber debitcard paymentcard \
    numertarjeta karta kortnummer kredikarti cartaodecredito numerodecarte cc card 信用卡 カード番号 картa картой \
    номеркарты luottokortti hitelkártya numerkarty kredietkaart";

pub(super) const NATIONAL_ID: &str = "ssn socialsecurity sozialversicherungsnummer steuerid steueridentifikationsnummer \
    steuernummer svnr sozialversicherung nationalid nationalidentity nationalinsurance nino passportnumber passport \
    pesel dni nie nif cpf curp rfc codicefiscale codfiscale cf nir numsecu securitesociale numeroinsee bsn \
    burgerservicenummer personnummer personnr fodselsnummer fødselsnummer fnr hetu henkilotunnus henkilötunnus cpr \
    cprnummer rodnecislo rodné rijksregisternummer insz nationaalnummer ahv ahvnummer avs cnp egn oib jmbg \
    isikukood asmenskodas personaskods tckimlik kimlik tcno personalid idnumber identitynumber idcard idcardnumber \
    personalausweis ausweisnummer personalcode identitycard taxid tin aadhaar pan sin socialinsurance idnumber \
    citizenid taxnumber 身份证 身份证号 マイナンバー 個人番号 주민등록번호 снилс инн паспорт αμκα αφμ emso \
    taj személyi tajszám kennitala driverlicense driverslicense führerschein licencenumber מספרזהות nric cedula rut \
    documentoidentidad documento identificacion socialsecuritynumber persnr";

pub(super) const FIRST_NAME: &str = "firstname givenname forename vorname rufname prenom prénom nombrepila primernombre \
    voornaam imie imię jmeno jméno fornamn fornavn etunimi keresztnév utonév prenume fname first given =nome имя \
    όνομα 名 ファーストネーム 이름 الاسمالأول middlename zweitername eesnimi vardas vārds vards ime adı firstnames \
    nomepróprio primeironome prenoms prénoms tênriêng ім'я імя";

pub(super) const LAST_NAME: &str = "lastname =last surname familyname nachname familienname zuname nomdefamille =nom apellido \
    apellidos cognome sobrenome apelido ultimonome achternaam familienaam nazwisko prijmeni příjmení priezvisko \
    efternamn etternavn sukunimi vezetéknév családnév nume =numefamilie lname фамилия επώνυμο επίθετο 姓 苗字 성 \
    اسمالعائلة perekonnanimi pavarde pavardė uzvards uzvārds prezime soyad soyadı soyadi mädchenname maidenname \
    geburtsname прізвище";

pub(super) const FULL_NAME: &str = "fullname personname contactname kundenname ansprechpartner ansprechperson \
    mitarbeitername employeename customername patientname clientname vollername nomcomplet nomprenom nombrecompleto \
    nombreyapellidos nomecompleto nomeecognome nominativo volledigenaam imieinazwisko imięinazwisko \
    celejmeno celéjméno fullständigtnamn namn nimi koko nimi fio фио ονοματεπώνυμο 姓名 氏名 お名前 성명 \
    الاسمالكامل الاسم पूरानाम नाम cardholder kontoinhaber accountholder beneficiary recipient empfänger empfaenger \
    author autor auteur autore manager employee mitarbeiter mitarbeiterin salesperson sachbearbeiter bearbeiter \
    vertreter teljesnév név adsoyad isim hoten họtên naamloos naam teacher student patient passenger guest \
    contactperson contact ansprech customer client kunde cliente nombrecliente owner besitzer inhaber nomclient \
    assignee reporter technician doctor arzt angestellter geschaftsfuhrer representative ชื่อ ชื่อนามสกุล";

/// Says little alone: products, cities and files have names too.
pub(super) const NAME: &str =
    "name names nombre nom nome namn navn naam nazwa imiona név nimi nume isim 名前 名称 이름";

pub(super) const BIRTH_DATE: &str = "~birth dob geburt geburtsdatum geburtstag gebdat gebdatum naissance nacimiento \
    nascita nascimento geboortedatum geboorte urodzenia dataurodzenia narozeni narození födelsedatum fødselsdato \
    fodselsdato syntymäaika syntymaaika született születés nastere naștere рождения дата_рождения γέννησης \
    生年月日 出生日期 生日 생년월일 تاريخالميلاد जन्मतिथि doğum dogum fodsel sünnikuupäev gimimo dzimšanas rođenja \
    datnaiss fechanac ddn datanasc birthday geb народження";

pub(super) const ADDRESS: &str = "streetaddress street addressline address addr adresse anschrift strasse straße str \
    rue calle direccion dirección domicilio =via indirizzo straat adres ulica ulice adresa gatuadress gata adress \
    gate vei katuosoite osoite katu utca cím lakcím strada adresă endereço endereco rua morada адрес улица διεύθυνση \
    οδός 住所 地址 주소 العنوان पता domicile hausanschrift wohnort_strasse lieferadresse rechnungsadresse адреса \
    sokak aadress adresas адреса địachỉ alamat ที่อยู่ utcaházszám";

pub(super) const IP: &str = "ip ipaddress ipaddr ipv4 ipv6 ipadresse clientip remoteaddr remoteaddress sourceip srcip \
    dstip hostip adresseip direccionip indirizzoip serverip";

pub(super) const USER_NAME: &str = "username userid login loginname benutzername benutzer benutzerkennung nickname nick \
    handle screenname utilisateur usuario utente gebruikersnaam gebruiker uzytkownik użytkownik användarnamn brugernavn \
    käyttäjätunnus user account_name twitter instagram logon 用户名 ユーザー名 пользователь логин uživatel kullaniciadi";

pub(super) const GENDER: &str = "gender sex geschlecht sexe sexo sesso geslacht plec płeć pohlavi pohlaví kön køn kjønn \
    sukupuoli nem пол φύλο 性别 性別 성별 الجنس cinsiyet anrede salutation";

pub(super) const COMPANY: &str = "company companyname firma firmenname unternehmen organisation organization societe \
    société entreprise raisonsociale empresa compañia azienda societa ragionesociale bedrijf bedrijfsnaam vendor \
    supplier lieferant fournisseur proveedor fornitore employer arbeitgeber företag virksomhed yritys cég компания \
    会社 公司 회사 şirket spolka business corporation";

pub(super) const CITY: &str = "city town stadt ort wohnort ville ciudad città citta cidade plaats woonplaats miasto mesto \
    město stad kommune ort kaupunki város oras oraș город πόλη 市 城市 市区町村 도시 المدينة şehir place location \
    localidad municipio commune comune localité localite gemeinde birthplace geburtsort";

pub(super) const POSTCODE: &str = "postcode postalcode zip zipcode plz postleitzahl codepostal codigopostal cap cep cp \
    codpostal kodpocztowy psc psč postnummer postnr postinumero irányítószám индекс ταχυδρομικός 郵便番号 邮编 \
    우편번호 postakodu postal";

pub(super) const COUNTRY: &str = "country land staat pays pais país paese kraj země zeme maa ország țară tara страна \
    χώρα 国 国家 국가 الدولة देश ülke countryname nation nationality staatsangehörigkeit countrycode laendercode \
    ländercode landcode isocountry";

pub(super) const CURRENCY: &str = "currency waehrung währung devise moneda valuta moeda waluta mena měna valuuta валюта \
    νόμισμα 通貨 货币 currencycode curr ccy";

pub(super) const MONEY: &str = "price amount revenue cost costs total subtotal salary income turnover budget fee balance \
    umsatz preis betrag kosten gehalt summe saldo prix montant chiffreaffaires cout coût salaire precio importe \
    ingresos coste salario prezzo importo ricavo stipendio bedrag prijs omzet salaris kwota cena przychod preco preço \
    valor pris belopp hinta summa цена сумма выручка τιμή ποσό 価格 金額 价格 金额 가격 fiyat tutar tax vat mwst net \
    gross netto brutto eur usd gbp payment spend discount";

pub(super) const PERCENTAGE: &str = "percent percentage pct prozent pourcentage porcentaje percentuale procent procenten \
    rate share ratio anteil quote taux tasa tasso margin";

pub(super) const URL: &str = "url uri website webseite link homepage web href";

pub(super) const LATITUDE: &str = "latitude lat breitengrad breite latitud latitudine";
pub(super) const LONGITUDE: &str =
    "longitude lon lng long längengrad laengengrad longitud longitudine";
pub(super) const YEAR: &str =
    "year jahr année annee año anno ano jaar rok år vuosi год έτος 年 fiscalyear baujahr";

pub(super) const IDENTIFIER: &str = "id key code number no nr nummer num numero número uuid guid reference ref sku ean \
    gtin isbn identifier kennung kürzel schlüssel index";

/// What has a number, a name, an address or a version of its own and is no person.
pub(super) const THINGS: &str = "product produkt produit producto prodotto artikel article item articulo sku part order \
    bestellung bestell auftrag commande pedido ordine invoice rechnung facture factura fattura serial serien tracking \
    shipment sendung barcode ean gtin upc isbn material model modell modèle version build release firmware software \
    batch lot charge ticket transaction transaktion booking buchung asset device gerät geraet machine maschine sensor \
    file datei fichier document dokument event project projekt projet campaign kampagne brand marke category \
    kategorie department abteilung company firma unternehmen supplier lieferant vendor warehouse lager store shop \
    branch filiale city stadt country land region state street bank hotel restaurant school course kurs team group \
    gruppe domain host server table column field task job position title titel reference referenz referencia \
    zamówienie zamowienie faktura tilaus order_no beställning amount betrag price preis quantity menge checksum hash \
    isin contract vertrag contrat contrato parcel paket meter zähler zaehler color colour farbe species animal";
