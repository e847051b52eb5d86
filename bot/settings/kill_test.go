package settings

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

var kills = flag.Int("kills", 10, "how often TestKilled kills a process that writes")

// writerEnv names the folder in which this binary, started again, writes without
// end.
const writerEnv = "DATELINE_TEST_WRITER"

func TestMain(m *testing.M) {
	flag.Parse()
	if dir := os.Getenv(writerEnv); dir != "" {
		if err := writeForEver(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// writeForEver writes number after number into both stores, and says each number
// once both have taken it.
func writeForEver(dir string) error {
	s, l, err := openBoth(dir)
	if err != nil {
		return err
	}
	start, err := strconv.Atoi(os.Getenv(writerEnv + "_FROM"))
	if err != nil {
		return err
	}
	for i := start; ; i++ {
		if err := l.Append(i); err != nil {
			return err
		}
		if _, err := s.Change(strconv.Itoa(i%7), func(c *Server) { c.Channels = []string{strconv.Itoa(i)} }); err != nil {
			return err
		}
		fmt.Println(i)
	}
}

func openBoth(dir string) (*Store, *Log, error) {
	s, err := Open(filepath.Join(dir, "settings.db"))
	if err != nil {
		return nil, nil, err
	}
	l, err := OpenLog(filepath.Join(dir, "wrong.jsonl"))
	return s, l, err
}

// TestKilled kills a process that writes, again and again: what was acknowledged is
// there, all lines are whole, and the next start is clean.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(1, 2))
	said := 0
	for range *kills {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), writerEnv+"="+dir, writerEnv+"_FROM="+strconv.Itoa(said+1))
		var errs bytes.Buffer
		c.Stderr = &errs
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		first := true
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if n, err := strconv.Atoi(lines.Text()); err == nil {
				said = n
			}
			if first {
				first = false
				time.AfterFunc(time.Duration(random.IntN(30))*time.Millisecond, func() { _ = c.Process.Kill() })
			}
		}
		_ = c.Wait()
		if first {
			t.Fatalf("the process wrote nothing: %s", errs.String())
		}
		checkBoth(t, dir, said)
	}
}

// checkBoth wants number n, and nothing that is not whole, in both stores.
func checkBoth(t *testing.T, dir string, n int) {
	t.Helper()
	s, l, err := openBoth(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	defer l.Close()
	if s.PutAside() != "" {
		t.Fatalf("after %d the settings were damaged", n)
	}
	c, err := s.Get(strconv.Itoa(n % 7))
	if err != nil || len(c.Channels) != 1 {
		t.Fatalf("after %d: %+v, %v", n, c, err)
	}
	if got, err := strconv.Atoi(c.Channels[0]); err != nil || got != n && got != n+7 {
		t.Errorf("after %d the settings have %s, %v", n, c.Channels[0], err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "wrong.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	seen := false
	for line := range bytes.Lines(b) {
		var got int
		if err := json.Unmarshal(line, &got); err != nil {
			t.Fatalf("after %d the log has the line %q", n, line)
		}
		seen = seen || got == n
	}
	if !seen {
		t.Errorf("%d was acknowledged and is not in the log", n)
	}
}
