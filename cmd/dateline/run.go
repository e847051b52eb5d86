package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"

	"dateline/kb/stream"
)

// Exit codes.
const (
	exitFine   = 0
	exitFailed = 1
	exitUsage  = 2 // wrong usage or configuration
)

// surroundings is what the program gets from outside.
type surroundings struct {
	lookup         func(name string) (string, bool) // environment
	dotEnv         string                           // file of settings
	configDir      func() (string, error)           // for files of the user's programs
	cacheDir       func() (string, error)           // for what they can make again
	now            func() time.Time
	stdin          io.Reader
	stdout, stderr io.Writer
	in, out, err   terminal // what stdin, stdout and stderr are
}

// program is what a command works with.
type program struct {
	surroundings
	log *slog.Logger
}

// action carries a command out, with the arguments after its flags.
type action func(ctx context.Context, p program, args []string) error

// command is one way to start the program.
type command struct {
	name    string // empty for the bot
	args    string // what follows the flags, for the usage line
	summary string
	// define defines the flags and returns what reads them.
	define func(*flag.FlagSet) action
}

func commands() []command {
	return []command{
		{"", "", "run the Discord bot (needs DISCORD_TOKEN)", serveCommand},
		{"ask", "[QUESTION...]", "answer questions in the terminal", askCommand},
		{"annotate", "", `show the times and names in texts: lines {"doc", "text", "dct"} in, {"doc", "timexes", "names"} out`, annotateCommand},
		{"version", "", "print the version", versionCommand},
	}
}

// usageError is a wrong way to start the program, or a wrong setting.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errTold is a failure that has been told already.
var errTold = errors.New("failed")

// run starts the command that args name and returns the exit code.
func run(ctx context.Context, s surroundings, args []string) int {
	s.stdin = stream.Reader(ctx, s.stdin)
	c, args := commandOf(args)
	err := c.run(ctx, s, args)
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errTold):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(s.stderr, "dateline: %v\n", err)
		return exitUsage
	case ctx.Err() != nil:
		fmt.Fprintln(s.stderr, "dateline: interrupted")
		return exitFailed
	}
	fmt.Fprintf(s.stderr, "dateline: %v\n", err)
	return exitFailed
}

// commandOf finds the command; the bot's has no name.
func commandOf(args []string) (command, []string) {
	all := commands()
	for _, c := range all[1:] {
		if len(args) > 0 && args[0] == c.name {
			return c, args[1:]
		}
	}
	if len(args) > 0 && args[0] == "help" {
		return all[0], []string{"-help"}
	}
	return all[0], args
}

func (c command) run(ctx context.Context, s surroundings, args []string) error {
	flags := flag.NewFlagSet(strings.TrimSpace("dateline "+c.name), flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	act := c.define(flags)
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		c.help(s.stdout, flags)
		return nil
	case err != nil:
		return usagef("%v; see %s -help", err, flags.Name())
	case c.args == "" && flags.NArg() > 0:
		return usagef("unexpected argument %q; see %s -help", flags.Arg(0), flags.Name())
	}
	p, err := newProgram(s)
	if err != nil {
		return err
	}
	return act(ctx, p, flags.Args())
}

// usage shows how to start a command and what it does.
func (c command) usage() string {
	return strings.Join(strings.Fields("dateline "+c.name+" [flags] "+c.args), " ") + "\n    " + c.summary + "\n"
}

func (c command) help(w io.Writer, flags *flag.FlagSet) {
	fmt.Fprint(w, c.usage())
	if c.name == "" {
		for _, other := range commands()[1:] {
			fmt.Fprint(w, other.usage())
		}
		fmt.Fprint(w, "\nSettings come from the environment or a file .env; .env.example explains them.\n")
	}
	fmt.Fprint(w, "\nFlags:\n")
	flags.SetOutput(w)
	flags.PrintDefaults()
	fmt.Fprint(w, "  -help\n    \tshow this\n")
}
