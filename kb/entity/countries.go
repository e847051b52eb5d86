package entity

import (
	"strings"

	"dateline/kb/text"
)

// countryTable has a country a line: preferred name | other names | what its
// people and things are called | its capital and other names for its
// government. It is general knowledge, written by hand.
const countryTable = `
Afghanistan||Afghan,Afghans|Kabul
Albania||Albanian,Albanians|Tirana
Algeria||Algerian,Algerians|Algiers
Angola||Angolan,Angolans|Luanda
Argentina||Argentine,Argentinian,Argentines|Buenos Aires,Casa Rosada
Armenia||Armenian,Armenians|Yerevan
Australia||Australian,Australians|Canberra
Austria||Austrian,Austrians|Vienna
Azerbaijan||Azerbaijani,Azeri,Azerbaijanis|Baku
Bahamas|The Bahamas|Bahamian|Nassau
Bahrain||Bahraini|Manama
Bangladesh||Bangladeshi,Bangladeshis|Dhaka
Barbados||Barbadian|Bridgetown
Belarus||Belarusian,Belarussian,Belarusians|Minsk
Belgium||Belgian,Belgians|Brussels
Belize||Belizean|Belmopan
Benin||Beninese|Porto-Novo
Bhutan||Bhutanese|Thimphu
Bolivia||Bolivian,Bolivians|La Paz
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian,Bosnians|Sarajevo
Botswana|||Gaborone
Brazil||Brazilian,Brazilians|Brasilia,Brasília
Brunei||Bruneian|Bandar Seri Begawan
Bulgaria||Bulgarian,Bulgarians|Sofia
Burkina Faso||Burkinabe|Ouagadougou
Burundi||Burundian|
Cambodia||Cambodian,Cambodians|Phnom Penh
Cameroon||Cameroonian|Yaounde
Canada||Canadian,Canadians|Ottawa
Central African Republic|||Bangui
Chad||Chadian|N'Djamena
Chile||Chilean,Chileans|
China|People's Republic of China,PRC|Chinese|Beijing,Zhongnanhai
Colombia||Colombian,Colombians|Bogota,Bogotá
Congo|Democratic Republic of the Congo,Democratic Republic of Congo,DRC|Congolese|Kinshasa
Costa Rica||Costa Rican,Costa Ricans|
Croatia||Croatian,Croatians,Croat|Zagreb
Cuba||Cuban,Cubans|Havana
Cyprus||Cypriot,Cypriots|Nicosia
Czech Republic|Czechia|Czech,Czechs|Prague
Denmark||Danish,Danes,Dane|Copenhagen
Dominican Republic||Dominican,Dominicans|Santo Domingo
Ecuador||Ecuadorian,Ecuadorean,Ecuadorians|Quito
Egypt||Egyptian,Egyptians|Cairo
El Salvador||Salvadoran,Salvadorans|San Salvador
Eritrea||Eritrean,Eritreans|Asmara
Estonia||Estonian,Estonians|Tallinn
Eswatini|Swaziland|Swazi|Mbabane
Ethiopia||Ethiopian,Ethiopians|Addis Ababa
Fiji||Fijian,Fijians|Suva
Finland||Finnish,Finns,Finn|Helsinki
France||French,Frenchman,Frenchwoman|Paris,Elysee,Élysée,Elysee Palace,Élysée Palace
Gabon||Gabonese|Libreville
Gambia|The Gambia|Gambian|Banjul
Georgia|||Tbilisi
Germany||German,Germans|Berlin
Ghana||Ghanaian,Ghanaians|Accra
Greece||Greek,Greeks|Athens
Guatemala||Guatemalan,Guatemalans|Guatemala City
Guinea||Guinean|Conakry
Guyana||Guyanese|
Haiti||Haitian,Haitians|Port-au-Prince
Honduras||Honduran,Hondurans|Tegucigalpa
Hungary||Hungarian,Hungarians|Budapest
Iceland||Icelandic,Icelanders|Reykjavik
India||Indian,Indians|New Delhi,Delhi
Indonesia||Indonesian,Indonesians|Jakarta
Iran|Islamic Republic of Iran|Iranian,Iranians|Tehran
Iraq||Iraqi,Iraqis|Baghdad
Ireland|Republic of Ireland|Irish,Irishman|Dublin
Israel||Israeli,Israelis|Jerusalem,Knesset
Italy||Italian,Italians|Rome
Ivory Coast|Côte d'Ivoire,Cote d'Ivoire|Ivorian|Yamoussoukro
Jamaica||Jamaican,Jamaicans|
Japan||Japanese|Tokyo
Jordan||Jordanian,Jordanians|Amman
Kazakhstan||Kazakh,Kazakhs,Kazakhstani|Astana,Nur-Sultan
Kenya||Kenyan,Kenyans|Nairobi
Kosovo||Kosovan,Kosovar,Kosovars|Pristina
Kuwait||Kuwaiti,Kuwaitis|Kuwait City
Kyrgyzstan||Kyrgyz|Bishkek
Laos||Laotian,Lao|Vientiane
Latvia||Latvian,Latvians|Riga
Lebanon||Lebanese|Beirut
Lesotho|||Maseru
Liberia||Liberian,Liberians|Monrovia
Libya||Libyan,Libyans|Tripoli
Liechtenstein|||Vaduz
Lithuania||Lithuanian,Lithuanians|Vilnius
Luxembourg||Luxembourgish|
Madagascar||Malagasy|Antananarivo
Malawi||Malawian|Lilongwe
Malaysia||Malaysian,Malaysians|Kuala Lumpur,Putrajaya
Maldives||Maldivian|
Mali||Malian,Malians|Bamako
Malta||Maltese|Valletta
Mauritania||Mauritanian|Nouakchott
Mauritius||Mauritian|Port Louis
Mexico||Mexican,Mexicans|Mexico City
Moldova||Moldovan,Moldovans|Chisinau
Monaco||Monegasque|
Mongolia||Mongolian,Mongolians|Ulaanbaatar
Montenegro||Montenegrin|Podgorica
Morocco||Moroccan,Moroccans|Rabat
Mozambique||Mozambican|Maputo
Myanmar|Burma|Burmese|Naypyidaw
Namibia||Namibian|Windhoek
Nepal||Nepali,Nepalese|Kathmandu
Netherlands|Holland|Dutch,Dutchman|The Hague,Amsterdam
New Zealand||New Zealander,New Zealanders|Wellington
Nicaragua||Nicaraguan,Nicaraguans|Managua
Niger||Nigerien|Niamey
Nigeria||Nigerian,Nigerians|Abuja
North Korea|DPRK,Democratic People's Republic of Korea|North Korean,North Koreans|Pyongyang
North Macedonia|Macedonia|Macedonian,Macedonians|Skopje
Norway||Norwegian,Norwegians|Oslo
Oman||Omani|Muscat
Pakistan||Pakistani,Pakistanis|Islamabad
Palestine|Palestinian territories|Palestinian,Palestinians|Ramallah
Panama||Panamanian,Panamanians|Panama City
Papua New Guinea|||Port Moresby
Paraguay||Paraguayan|Asuncion
Peru||Peruvian,Peruvians|Lima
Philippines|The Philippines|Filipino,Philippine,Filipinos|Manila,Malacañang
Poland||Polish,Poles,Pole|Warsaw
Portugal||Portuguese|Lisbon
Qatar||Qatari,Qataris|Doha
Romania||Romanian,Romanians|Bucharest
Russia|Russian Federation|Russian,Russians|Moscow,Kremlin
Rwanda||Rwandan,Rwandans|Kigali
Samoa||Samoan|Apia
Saudi Arabia|Kingdom of Saudi Arabia|Saudi,Saudis,Saudi Arabian|Riyadh
Senegal||Senegalese|Dakar
Serbia||Serbian,Serbs,Serb,Serbians|Belgrade
Sierra Leone||Sierra Leonean|Freetown
Singapore||Singaporean,Singaporeans|
Slovakia||Slovak,Slovakian,Slovaks|Bratislava
Slovenia||Slovenian,Slovene,Slovenes|Ljubljana
Solomon Islands|||Honiara
Somalia||Somali,Somalis|Mogadishu
South Africa||South African,South Africans|Pretoria
South Korea|Republic of Korea|South Korean,South Koreans|Seoul
South Sudan||South Sudanese|Juba
Spain||Spanish,Spaniard,Spaniards|Madrid
Sri Lanka||Sri Lankan,Sri Lankans|Colombo
Sudan||Sudanese|Khartoum
Suriname||Surinamese|Paramaribo
Sweden||Swedish,Swedes,Swede|Stockholm
Switzerland||Swiss|Bern
Syria||Syrian,Syrians|Damascus
Taiwan||Taiwanese|Taipei
Tajikistan||Tajik,Tajiks|Dushanbe
Tanzania||Tanzanian,Tanzanians|Dodoma
Thailand||Thai,Thais|Bangkok
Togo||Togolese|Lome
Tonga||Tongan|
Trinidad and Tobago||Trinidadian|Port of Spain
Tunisia||Tunisian,Tunisians|Tunis
Turkey|Türkiye,Turkiye|Turkish,Turks,Turk|Ankara
Turkmenistan||Turkmen|Ashgabat
Uganda||Ugandan,Ugandans|Kampala
Ukraine||Ukrainian,Ukrainians|Kyiv,Kiev
United Arab Emirates|UAE,Emirates|Emirati,Emiratis|Abu Dhabi
United Kingdom|UK,U.K.,Britain,Great Britain|British,Briton,Britons|London,Downing Street,Whitehall,Westminster
United States|US,U.S.,USA,U.S.A.,America,United States of America|American,Americans|Washington,White House,Capitol Hill,Foggy Bottom
Uruguay||Uruguayan,Uruguayans|Montevideo
Uzbekistan||Uzbek,Uzbeks|Tashkent
Vatican|Holy See,Vatican City||
Venezuela||Venezuelan,Venezuelans|Caracas
Vietnam||Vietnamese|Hanoi
Yemen||Yemeni,Yemenis|Sanaa
Zambia||Zambian,Zambians|Lusaka
Zimbabwe||Zimbabwean,Zimbabweans|Harare
England||English|
Scotland||Scottish,Scot,Scots|Holyrood
Wales||Welsh|Cardiff
Northern Ireland||Northern Irish|Belfast,Stormont
European Union|EU,E.U.|European,Europeans|
United Nations|UN,U.N.||
Soviet Union|USSR|Soviet,Soviets|
Hong Kong||Hongkonger,Hongkongers|
Puerto Rico||Puerto Rican,Puerto Ricans|San Juan
`

// stateTable has the states of the United States: name | how the press
// abbreviates it, after a party's letter and elsewhere.
const stateTable = `
Alabama|Ala,AL
Alaska|AK
Arizona|Ariz,AZ
Arkansas|Ark,AR
California|Calif,CA
Colorado|Colo,CO
Connecticut|Conn,CT
Delaware|Del,DE
Florida|Fla,FL
Georgia|Ga,GA
Hawaii|HI
Idaho|ID
Illinois|Ill,IL
Indiana|Ind,IN
Iowa|IA
Kansas|Kan,KS
Kentucky|Ky,KY
Louisiana|La,LA
Maine|ME
Maryland|Md,MD
Massachusetts|Mass,MA
Michigan|Mich,MI
Minnesota|Minn,MN
Mississippi|Miss,MS
Missouri|Mo,MO
Montana|Mont,MT
Nebraska|Neb,NE
Nevada|Nev,NV
New Hampshire|N.H,NH
New Jersey|N.J,NJ
New Mexico|N.M,NM
New York|N.Y,NY
North Carolina|N.C,NC
North Dakota|N.D,ND
Ohio|OH
Oklahoma|Okla,OK
Oregon|Ore,OR
Pennsylvania|Pa,PA
Rhode Island|R.I,RI
South Carolina|S.C,SC
South Dakota|S.D,SD
Tennessee|Tenn,TN
Texas|Tex,TX
Utah|UT
Vermont|Vt,VT
Virginia|Va,VA
Washington|Wash,WA
West Virginia|W.Va,WV
Wisconsin|Wis,WI
Wyoming|Wyo,WY
`

// standing is how a word stands to a country.
type standing uint8

const (
	isCountry standing = iota + 1
	isDemonym
	isSeat // its capital, or a name for its government
)

// nation is a country as a name refers to it.
type nation struct {
	country string
	as      standing
}

var (
	nations = readCountries()
	peoples = readPeoples()
	states  = readStates()
)

// nationOf finds the country that a folded name is, belongs to, or governs.
func nationOf(folded string) (nation, bool) {
	n, ok := nations[folded]
	return n, ok
}

func readCountries() map[string]nation {
	out := make(map[string]nation)
	for line := range strings.Lines(strings.TrimSpace(countryTable)) {
		f := strings.Split(strings.TrimSpace(line), "|")
		add := func(list string, as standing) {
			for _, s := range strings.Split(list, ",") {
				if k := text.Fold(s); k != "" {
					if _, taken := out[k]; !taken {
						out[k] = nation{f[0], as}
					}
				}
			}
		}
		add(f[0], isCountry)
		add(f[1], isCountry)
		add(f[2], isDemonym)
		add(f[3], isSeat)
	}
	return out
}

// readPeoples maps the countries to what their people are called.
func readPeoples() map[string]string {
	out := make(map[string]string)
	for line := range strings.Lines(strings.TrimSpace(countryTable)) {
		f := strings.Split(strings.TrimSpace(line), "|")
		out[f[0]], _, _ = strings.Cut(f[2], ",")
	}
	return out
}

// readStates maps the abbreviations, and the folded names, to the states.
func readStates() map[string]string {
	out := make(map[string]string)
	for line := range strings.Lines(strings.TrimSpace(stateTable)) {
		name, short, _ := strings.Cut(strings.TrimSpace(line), "|")
		out[text.Fold(name)] = name
		for _, s := range strings.Split(short, ",") {
			out[s] = name
		}
	}
	return out
}

// withArticle gives the name of a country or chamber as it stands in a sentence:
// "the United States".
func withArticle(name string) string {
	switch name {
	case "United States", "United Kingdom", "United Arab Emirates", "Netherlands", "Philippines", "Bahamas",
		"Czech Republic", "Dominican Republic", "Central African Republic", "Maldives", "Solomon Islands",
		"European Union", "United Nations", "Soviet Union", "Gambia", "Vatican", "House", "Senate":
		return "the " + name
	}
	return name
}

// IsCountry reports whether a name is that of a country, in any of its forms.
func IsCountry(name string) bool {
	n, ok := nationOf(text.Fold(strings.TrimPrefix(name, "the ")))
	return ok && n.as == isCountry
}
