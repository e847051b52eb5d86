package bot

import (
	"strings"

	"dateline/bot/render"
	"dateline/bot/talk"
)

// onlyEnglish tells, in a language that is not English, that questions must be. An
// example to copy follows it.
func onlyEnglish(l talk.Language) string {
	switch l {
	case talk.German:
		return "Hallo! Ich verstehe leider nur Fragen auf Englisch. Ein Name genügt, zum Beispiel: "
	case talk.French:
		return "Bonjour ! Je ne comprends que les questions en anglais. Un nom suffit, par exemple : "
	case talk.Spanish:
		return "¡Hola! Solo entiendo preguntas en inglés. Basta un nombre, por ejemplo: "
	case talk.Ukrainian:
		return "Вітаю! Я розумію лише запитання англійською. Досить імені, наприклад: "
	case talk.Russian:
		return "Здравствуйте! Я понимаю вопросы только на английском. Достаточно имени, например: "
	}
	return "Sorry, I understand questions in English only. A name is enough, for example: "
}

// foreign is the answer to a message in another language.
func (b *Bot) foreign(l talk.Language) reply {
	example := "who is the president?"
	for _, e := range b.kb.Examples(1) {
		example = quotable(e)
	}
	return smallTalk(onlyEnglish(l) + "`" + example + "`")
}

// quotable is a question as it can stand between the marks of code.
func quotable(question string) string {
	return strings.ReplaceAll(render.Fit(render.Clean(question), 100), "`", "'")
}
