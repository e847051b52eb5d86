package bot

import "github.com/bwmarrin/discordgo"

// word is a name and its description in one language.
type word struct{ name, summary string }

// words are a command's or option's name and description in other languages.
// What has none is shown in English.
type words map[discordgo.Locale]word

// withLatinAmerica copies Spanish for Latin America, where it reads the same.
func (w words) withLatinAmerica() words {
	if es, ok := w[discordgo.SpanishES]; ok {
		w[discordgo.SpanishLATAM] = es
	}
	return w
}

func names(w words) *map[discordgo.Locale]string {
	return each(w, func(x word) string { return x.name })
}

func summaries(w words) *map[discordgo.Locale]string {
	return each(w, func(x word) string { return x.summary })
}

func each(w words, part func(word) string) *map[discordgo.Locale]string {
	if len(w) == 0 {
		return nil
	}
	out := make(map[discordgo.Locale]string, len(w))
	for l, x := range w {
		out[l] = part(x)
	}
	return &out
}

func four(de, fr, es, uk word) words {
	return words{discordgo.German: de, discordgo.French: fr, discordgo.SpanishES: es, discordgo.Ukrainian: uk}.withLatinAmerica()
}

// commandWords are the words of a command, by its English name.
func commandWords(name string) words {
	switch name {
	case "who":
		return four(word{"wer", "Wer jemand ist oder wer etwas getan hat"}, word{"qui", "Qui est quelqu’un, ou qui a fait quelque chose"},
			word{"quién", "Quién es alguien, o quién hizo algo"}, word{"хто", "Хто це або хто щось зробив"})
	case "when":
		return four(word{"wann", "Wann etwas geschah oder geschehen wird"}, word{"quand", "Quand quelque chose a eu lieu ou aura lieu"},
			word{"cuándo", "Cuándo ocurrió u ocurrirá algo"}, word{"коли", "Коли щось сталося або станеться"})
	case "where":
		return four(word{"wo", "Wo jemand ist oder wo etwas geschah"}, word{"où", "Où est quelqu’un, ou où quelque chose a eu lieu"},
			word{"dónde", "Dónde está alguien o dónde ocurrió algo"}, word{"де", "Де хтось перебуває або де щось сталося"})
	case "what":
		return four(word{"was", "Was etwas ist oder was darüber gesagt wird"}, word{"quoi", "Ce qu’est une chose, ou ce qu’on en dit"},
			word{"qué", "Qué es algo, o qué se dice de ello"}, word{"що", "Що це таке або що про це кажуть"})
	case "why":
		return four(word{"warum", "Warum etwas geschah"}, word{"pourquoi", "Pourquoi quelque chose a eu lieu"},
			word{"por-qué", "Por qué ocurrió algo"}, word{"чому", "Чому щось сталося"})
	case "howmany":
		return four(word{"wieviel", "Wie viele oder wie viel"}, word{"combien", "Combien"},
			word{"cuántos", "Cuántos o cuánto"}, word{"скільки", "Скільки"})
	case "howlong":
		return four(word{"wielange", "Wie lange etwas dauerte oder dauern wird"}, word{"durée", "Combien de temps quelque chose a duré ou durera"},
			word{"cuánto-tiempo", "Cuánto duró o durará algo"}, word{"тривалість", "Скільки щось тривало або триватиме"})
	case "ask":
		return four(word{"frage", "Jede Frage, in eigenen Worten (auf Englisch)"}, word{"demander", "Toute question, avec vos propres mots (en anglais)"},
			word{"preguntar", "Cualquier pregunta, con tus palabras (en inglés)"}, word{"запитати", "Будь-яке запитання своїми словами (англійською)"})
	case "timeline":
		return four(word{"zeitleiste", "Was mit jemandem oder etwas geschah, der Zeit nach"}, word{"chronologie", "Ce qui s’est passé, dans l’ordre du temps"},
			word{"cronología", "Qué pasó con alguien o algo, en orden"}, word{"хронологія", "Що відбувалося, за порядком у часі"})
	case "quotes":
		return four(word{"zitate", "Was jemand gesagt hat, mit Quelle"}, word{"citations", "Ce que quelqu’un a dit, avec la source"},
			word{"citas", "Qué dijo alguien, con la fuente"}, word{"цитати", "Що хтось сказав, із джерелом"})
	case "latest":
		return four(word{"neueste", "Die neuesten Artikel"}, word{"récents", "Les articles les plus récents"},
			word{"recientes", "Los artículos más recientes"}, word{"найновіше", "Найновіші статті"})
	case "article":
		return four(word{"artikel", "Ein Artikel in Kürze: Kernsätze, Personen, Orte, Daten"}, word{"article", "Un article en bref : phrases clés, personnes, lieux, dates"},
			word{"artículo", "Un artículo en breve: frases clave, personas, lugares, fechas"}, word{"стаття", "Стаття стисло: ключові речення, люди, місця, дати"})
	case "sources":
		return four(word{"quellen", "Aus welchen Artikeln die Antworten kommen"}, word{"sources", "Les articles d’où viennent les réponses"},
			word{"fuentes", "De qué artículos salen las respuestas"}, word{"джерела", "З яких статей беруться відповіді"})
	case "help":
		return four(word{"hilfe", "Was ich kann, mit Beispielen"}, word{"aide", "Ce que je sais faire, avec des exemples"},
			word{"ayuda", "Qué sé hacer, con ejemplos"}, word{"допомога", "Що я вмію, з прикладами"})
	case "settings":
		return four(word{"einstellungen", "Wer meine Antworten sieht und wo ich auf Erwähnungen antworte"}, word{"réglages", "Qui voit mes réponses, et où je réponds aux mentions"},
			word{"ajustes", "Quién ve mis respuestas y dónde respondo a menciones"}, word{"налаштування", "Хто бачить мої відповіді та де я відповідаю на згадки"})
	case "Who and what is this?":
		return four(word{name: "Wer und was ist das?"}, word{name: "Qui et quoi est-ce ?"},
			word{name: "¿Quién y qué es esto?"}, word{name: "Хто і що це?"})
	}
	return nil
}

// optionWords are the words of an option, by its English name.
func optionWords(name string) words {
	switch name {
	case "name":
		return four(word{"name", "ein Name, ein Amt oder ein paar Wörter"}, word{"nom", "un nom, une fonction ou quelques mots"},
			word{"nombre", "un nombre, un cargo o unas palabras"}, word{"імʼя", "імʼя, посада або кілька слів"})
	case "subject":
		return four(word{"thema", "ein Name oder eine Sache, oder zwei Namen mit Bindestrich"}, word{"sujet", "un nom ou une chose, ou deux noms avec un trait d’union"},
			word{"tema", "un nombre o una cosa, o dos nombres con un guion"}, word{"тема", "імʼя чи річ, або два імені через дефіс"})
	case "question":
		return four(word{"frage", "eine ganze Frage, auf Englisch"}, word{"question", "une question entière, en anglais"},
			word{"pregunta", "una pregunta entera, en inglés"}, word{"питання", "ціле запитання англійською"})
	case "person":
		return four(word{"person", "wer es gesagt hat: ein Name oder ein Amt"}, word{"personne", "qui l’a dit : un nom ou une fonction"},
			word{"persona", "quién lo dijo: un nombre o un cargo"}, word{"особа", "хто це сказав: імʼя або посада"})
	case "about":
		return four(word{"thema", "nur zu diesem Thema"}, word{"sujet", "seulement à ce sujet"},
			word{"tema", "solo sobre este tema"}, word{"тема", "лише на цю тему"})
	case "from":
		return four(word{"von", "der erste Tag, Monat oder das erste Jahr: 2022-01-18, 2022-01, 2022"}, word{"de", "premier jour, mois ou année : 2022-01-18, 2022-01, 2022"},
			word{"desde", "primer día, mes o año: 2022-01-18, 2022-01, 2022"}, word{"від", "перший день, місяць або рік: 2022-01-18, 2022-01, 2022"})
	case "to":
		return four(word{"bis", "der letzte Tag, Monat oder das letzte Jahr"}, word{"à", "dernier jour, mois ou année"},
			word{"hasta", "último día, mes o año"}, word{"до", "останній день, місяць або рік"})
	case "title":
		return four(word{"titel", "der Titel oder ein Teil davon"}, word{"titre", "le titre ou une partie"},
			word{"título", "el título o una parte"}, word{"заголовок", "заголовок або його частина"})
	}
	return nil
}
