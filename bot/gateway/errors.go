package gateway

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// What ends Run for good. Each message is one line that says what to do.
var (
	ErrToken   = errors.New("the bot token is refused by Discord: copy it again from the Bot page of https://discord.com/developers/applications")
	ErrIntents = errors.New("the intents asked for are refused by Discord: allow them on the Bot page of https://discord.com/developers/applications")
	ErrShards  = errors.New("the shards asked for are refused by Discord: DISCORD_SHARDS is auto, or ids/count such as 0,1/4")
	ErrNetwork = errors.New("no answer from Discord")
)

// Gateway close codes that say how to go on.
const (
	closeUnknown         = 4000
	closeAuthentication  = 4004
	closeInvalidSequence = 4007
	closeSessionTimeout  = 4009
	closeInvalidShard    = 4010
	closeShardsRequired  = 4011
	closeInvalidVersion  = 4012
	closeInvalidIntents  = 4013
	closeNotAllowed      = 4014
)

// fatal is the error that a close code ends Run with, or nil if a new
// connection may mend it.
func fatal(code int) error {
	switch code {
	case closeAuthentication:
		return ErrToken
	case closeInvalidIntents, closeNotAllowed:
		return ErrIntents
	case closeInvalidShard, closeShardsRequired:
		return ErrShards
	case closeInvalidVersion:
		return fmt.Errorf("version %s of the gateway is no longer spoken by Discord: a newer Dateline is needed", discordgo.APIVersion)
	}
	return nil
}

// resumable tells whether a session outlives a close code.
func resumable(code int) bool {
	switch code {
	case closeInvalidSequence, closeSessionTimeout, websocket.CloseNormalClosure, websocket.CloseGoingAway:
		return false
	}
	return fatal(code) == nil
}

// closeCode is the code of a close frame, or 0 if the connection ended without.
func closeCode(err error) int {
	var ce *websocket.CloseError
	if errors.As(err, &ce) && ce.Code != websocket.CloseAbnormalClosure {
		return ce.Code
	}
	return 0
}

// status is the HTTP status that a REST call was refused with, or 0.
func status(err error) int {
	var re *discordgo.RESTError
	if errors.As(err, &re) {
		return re.Response.StatusCode
	}
	return 0
}

// apiError makes one of our errors of a failed REST call.
func apiError(err error) error {
	var ue *url.Error
	switch code := status(err); {
	case code == http.StatusUnauthorized, errors.Is(err, discordgo.ErrUnauthorized):
		return ErrToken
	case code != 0:
		return fmt.Errorf("%w but HTTP status %d", ErrNetwork, code)
	case errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &ue): // without the address, which may hold a token
		return fmt.Errorf("%w: %w", ErrNetwork, ue.Err)
	}
	return fmt.Errorf("%w: %w", ErrNetwork, err)
}
