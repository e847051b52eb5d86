// Package discordtest is a stand-in for Discord on loopback: the REST routes
// and the gateway that a bot uses, so that tests run the real session of a real
// bot without the network.
//
// A test starts a server, points a bot at it (DISCORD_API_URL is Server.URL,
// DISCORD_TOKEN is Server.Token), plays the user, and reads what the bot sent:
//
//	srv := discordtest.New(t)
//	// start the bot with srv.URL and srv.Token
//	reply := srv.Wait(srv.Command("who", "name", "Kuleba"))
//	fmt.Println(reply.Text())
//	choices := srv.Wait(srv.Autocomplete("who", "name", "kul")).Choices
//	reply = srv.Wait(srv.DM("when is blinken going to ukraine"))
//
// Nothing the bot sends is trusted. Every request body is checked against
// Discord's own OpenAPI description where a copy lies beside the checkout
// (../shared/discord/openapi.json), and against the limits which that
// description leaves out; what fails is refused as Discord refuses it
// and fails the test when it ends (see Server.Check). Interactions follow
// Discord's rules: one first response, in time, of a kind that fits; edits and
// follow-up messages only after it.
//
// The server can misbehave as Discord does: see the methods in faults.go.
package discordtest
