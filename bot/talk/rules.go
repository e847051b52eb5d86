package talk

// small are the messages to the bot rather than about the news. Each is a whole
// message: "who made you" is one, "who made the vaccine" is not.
var small = smallTalks()

// meaning is what a number of phrases mean.
type meaning struct {
	intent Intent
	shapes shapes
}

func smallTalks() []meaning {
	var p meanings
	p.add(Greeting, "sup|wassup", "what_is up", "nice|good|pleased to meet you", "long time no see")
	p.add(HowAreYou, "what_is_up|so|and? how are you|things|u doing|feeling? today|now|man|buddy?", "how have you been", "how is it|everything|life|your_day going?",
		"how do you do|feel today?", "are you ok|okay|alright|well|happy|sad", "you ok|good|okay", "how about you", "and you")
	p.add(AreYouBot, "are you really|actually|just? a|an? bot|robot|ai|machine|computer|program|human|person|llm|chatbot|real_person|real|alive|sentient|chatgpt|gpt|siri|alexa|claude",
		"is this|it a|an bot|robot|ai|machine|human|person|llm|chatbot|real_person", "is this ai|chatgpt", "you are a bot|robot|human|person|machine",
		"are you human|a_human|a_person|real|a_real_person or a? robot|bot|ai|machine|computer|human|fake", "are you a? bot|robot or a? human|person|real",
		"do you use ai|chatgpt|gpt|llms|an_llm", "is there a human|person|someone here|there|behind_this?", "am i talking|speaking to|with a bot|robot|human|person|machine")
	p.add(Maker, "who made|created|built|programmed|developed|coded|wrote|designed|runs|owns|operates|trained|invented|hosts you|this|this_bot|dateline|the_bot|it",
		"who is your|dateline's|the_bot's|this_bot's owner|creator|developer|maker|author|dev|boss|father|mom|dad|admin|operator|programmer", "who are your owners|creators|developers|makers|devs",
		"who is behind you|this|this_bot|the_bot", "who do you work for", "where do|did you come from", "where are you from", "when were you made|created|born|built")
	p.add(Praise, "you are|the|a|such|what|this_is? a? so|very|really|pretty|quite? good|great|nice|awesome|amazing|cool|helpful|smart|clever|best|cute|funny|perfect|brilliant|fantastic|wonderful|useful|fun bot|one|app?",
		"good|great|nice|best|awesome|amazing|cool|lovely|smart|clever|cute bot", "well done|played", "good|great|nice|excellent|amazing job|work|answer|one|stuff|boy|girl", "i? really? love|like you|this|it|this_bot|the_bot", "this|that|it is|was a? so|very|really|pretty? good|great|nice|awesome|amazing|cool|helpful|useful|fun|interesting|impressive bot|answer|one?",
		"that|this|it helped|works a_lot?", "i am impressed", "impressive|brilliant|amazing|excellent|wonderful|fantastic", "you rock", "you are right", "that is right|correct|true", "correct")
	p.add(Complaint, "you are|the|such|what|this_is? a? so|very|really|pretty? bad|stupid|dumb|useless|terrible|awful|horrible|worst|wrong|trash|garbage|rubbish|annoying|boring|shit|broken|lame|idiot|slow|liar|not_helpful|not_smart|crap bot|one|answer|app?",
		"this|that|it|you|your_answer is|was|are a? so|very|really|totally? bad|stupid|dumb|useless|terrible|awful|horrible|wrong|trash|garbage|rubbish|shit|crap|nonsense|bullshit|broken|incorrect|false|not_right|not_true|not_correct|not_helpful|a_lie|boring|lame bot|answer?",
		"you|this|this_bot|it|that sucks|suck|sucked|lie|lied", "wtf|wth|ffs|bs|bullshit|boo|wrong|incorrect|nonsense|useless|fail|bruh|omg|ugh", "what the hell|fuck|heck", "fuck you|off|this", "screw you", "i hate you|this|it|this_bot",
		"bad|stupid|dumb|useless|terrible|worst|horrible|annoying|shit|trash|wrong bot|answer", "it|this|this_bot|you does|do not work|working|understand|help_me|answer|answer_me", "you|it|this|this_bot is|are not working|helping|helpful", "that|this is not what i asked|meant|wanted for?", "not what i asked|meant|wanted for?", "i did not ask|mean that|this",
		"you did not answer my|the|me? question?", "why do|can not you know|answer|understand anything|me|my_question?", "why do|can you not know|answer|understand anything|me|my_question?", "you know|understand nothing", "you do not know|understand anything|me", "that|this makes no sense", "that|this does not make sense", "are you stupid|dumb|broken|serious|kidding_me")
	p.add(Test, "test|testing|tests bot|message|123|1|12|one_two_three|1_2_3|1_2|test|testing?", "this|just? is|a|only? a test|testing|check", "ping|pong", "are|r|is you|anyone|anybody|someone|it|this|the_bot still? there|here|online|awake|up|on|alive|working|active|running now|today?", "you there|here|up|awake|online",
		"anyone|anybody|someone here|there|home|around", "is this thing|bot on|working|online|up|alive", "does|do this|it|you|this_bot|the_bot still|even? work", "can you hear|see|read me|this|my_message|my_messages", "check", "mic check", "do you copy", "are you listening")
	p.add(Help, "help|commands|command|menu|usage|instructions|manual|tutorial|info|about|options|examples|start|guide|features me|you|list|bot?", "i need|want? some? help", "can you help me? out?", "what can|could|do|will|else_can|all_can you|this_bot|it|this|the_bot|dateline do|answer|know|offer here|for_me?",
		"what can|should|do|could i ask|do|say|type|write|use you|here|now|with_you|with_this|with_this_bot|with_it?", "what are|is your|the commands|command|functions|features|purpose|abilities|job", "how do|can|to|should i? use|ask|talk_to|start|work_with you|this|this_bot|the_bot|it|dateline|questions|a_question|something?",
		"how do|does you|this|it|this_bot|the_bot|dateline work|function", "who|what are you exactly?", "what is this|dateline|this_bot|your_name|your_job|your_purpose for|about?", "tell me about yourself|you", "introduce yourself", "what do you know|do about?", "what kind|sort|type of questions|things can|could i|you ask|answer you?",
		"i am new here?", "show me? the|your commands|help|examples|options", "i do not know what to ask|do|say", "give me an example|some_examples|examples")
	p.add(Privacy, "privacy|gdpr|tos|dsgvo policy|statement|notice|info?", "terms|terms_of_service|terms_of_use|data_protection", "do|will|can you save|store|keep|log|record|collect|sell|share|track|remember|read|see|use my|our|the|any|all_my|these|user|personal? messages|data|questions|chats|dms|dm|info|information|conversations|history|me|this|logs",
		"what data|information|info|personal_data do|does you|this_bot|it|the_bot collect|store|save|keep|have|log on_me|about_me|of_me|from_me?", "what do you store|save|collect|keep|log|know|have about|on|of? me?", "are|is my|our|these|the messages|data|questions|chats|dms|info|information|conversation|conversations|history|this being? saved|stored|logged|recorded|safe|private|kept|shared|collected|sold|anonymous|read",
		"who can|could see|read|else_sees my|the|your|these questions|messages|answers|dms|chats", "can anyone|others|people|other_people|admins see|read my|this|the questions|messages|dms|question|answers", "are you spying|listening|recording|tracking on|to? me|us?", "do you spy on me", "is this private|confidential|anonymous|secure|recorded|logged", "where is|do my data|you_store_my_data|you_keep_my_data|messages stored|saved|kept?", "what happens to|with my data|messages|questions")
	p.add(Delete, "i? want_to|would_like_to|please|how_can_i|how_do_i|can_i|how_to|i_want_you_to|you_must|you_should? delete|remove|erase|clear|wipe|forget all|everything_of? of? my|the data|messages|history|questions|chat|chats|account|info|information|everything|stuff|conversation|personal_data",
		"delete|erase|remove|forget|wipe|clear everything|all|whatever you_know|you_have|you_stored|you_saved? about|on|of? me?", "forget|delete|erase me", "forget about me", "right to be forgotten", "delete this|it|that|all")
	p.add(Stop, "stop|quit|exit|unsubscribe|cancel|end|mute|enough bot|it|this|now|that|please?", "stop stop", "leave me alone", "shut up|it", "be quiet", "go away", "stop|quit|do_not messaging|writing|texting|bothering|talking|answering|spamming|dming|message|write|text|bother|dm|spam|reply|replying|annoying to? me|us|here?", "opt out", "stop sending me? messages|this|these", "how do|can i stop|mute|block|remove|disable|kick this|you|the_bot|this_bot", "kick|block|disable|mute yourself|bot", "turn off", "i do not want this|messages|your_messages|to_talk")
	p.add(OffTopic, "tell|say me? a|another|some|one_more? joke|jokes|story|secret|riddle|fun_fact|something_funny", "make me laugh", "joke", "sing|dance|rap me? a|for? song|me?", "what_is? the? time|date|day|weather is_it? now|today|like|tomorrow?", "what is the weather like|forecast today|tomorrow?", "what time|day|date|year|month is it now|today?", "what is today's date|weather", "what day is today", "how is the weather today?",
		"weather today|tomorrow|forecast?", "do|would|will|can you love|like|hate|marry|miss|know|remember|date me", "i love|miss|like you", "will you be my girlfriend|boyfriend|friend|wife|husband|valentine", "what is my name|age|birthday|ip", "who am i", "where am i", "what am i doing", "how old are you", "when is your birthday", "where do you live", "are you single|gay|married|a_boy|a_girl|male|female|a_man|a_woman|a_girl_or_a_boy|a_boy_or_a_girl",
		"i am|feel bored|sad|tired|lonely|hungry|happy|sick|so_bored", "what is the meaning of life", "meaning of life", "42|69|420", "flip|toss a coin", "roll a? dice|die", "knock knock", "let us play a_game?", "play a game", "play music|a_song|some_music", "i am your father", "skip|next_song|play", "do you sleep|eat|dream|drink|have_feelings|have_friends|have_a_name", "what do|are you think|doing|wearing|eating|up_to about?", "what are you doing now|today|right_now?", "good|bad boy|girl", "say something|hi|hello", "talk to me", "entertain me", "blah|bla|foo|bar|lorem|xd|uwu|owo blah|bla?", "be my friend|girlfriend")
	return p
}

// chores are requests that no article answers, whatever follows.
var chores = shaped("write|compose|make me? a|an? poem|song|essay|haiku|rap|story|limerick", "sing me? a|the song|lullaby", "what is|are your favorite|favourite", "tell me? a joke|riddle|story about|on", "translate this|that|the_following", "play despacito|music|song|the_song|a_song", "who is your favorite|favourite", "draw|paint me? a|an")

type meanings []meaning

func (m *meanings) add(intent Intent, lines ...string) {
	*m = append(*m, meaning{intent, shaped(lines...)})
}

// smallIntent is the intent of a whole message to the bot.
func smallIntent(said []word) (Intent, bool) {
	s := speak(said)
	for _, m := range small {
		if m.shapes.has(s) {
			return m.intent, true
		}
	}
	return Question, false
}
