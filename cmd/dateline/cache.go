package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"

	"dateline/kb"
)

// buildOptions says where the analyses of articles are kept for the next
// start: in the folder that DATELINE_CACHE names, in the user's cache folder
// without it, and nowhere where it is "off".
func (p program) buildOptions(show *progress) kb.Options {
	return kb.Options{
		Report:  show.building,
		Cache:   p.cacheFolder(),
		Version: programHash,
		Warn:    func(err error) { p.log.Warn("cache of analyses", "reason", err) },
	}
}

func (p program) cacheFolder() string {
	switch folder := p.setting("DATELINE_CACHE"); folder {
	case "off":
		return ""
	case "":
		folder, err := p.cacheDir()
		if err != nil {
			p.log.Debug("no folder for analyses", "reason", err)
			return ""
		}
		return filepath.Join(folder, "dateline")
	default:
		return folder
	}
}

// programHash is a hash of the running program: whatever changes the analysis
// changes it, in a program built without version control too.
func programHash() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), nil
}
