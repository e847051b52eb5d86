package article

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Source is a place that articles come from: a file, or a folder with the
// folders in it.
type Source struct {
	FS   fs.FS
	Path string // within FS; "." for all of it
	Name string // what warnings call it
}

// Disk is a file or folder on disk.
func Disk(name string) Source {
	clean := filepath.Clean(name)
	dir, base := filepath.Split(clean)
	if base == "" || base == "." || base == ".." {
		return Source{os.DirFS(clean), ".", clean}
	}
	if dir == "" {
		dir = "."
	}
	return Source{os.DirFS(dir), base, clean}
}

// list finds the files of the sources.
func (r *run) list(sources []Source) []file {
	var files []file
	for _, s := range sources {
		info, err := fs.Stat(s.FS, s.Path)
		switch {
		case err != nil:
			r.warnings.add(s.Name, 0, "%v", cause(err))
		case info.IsDir():
			files = append(files, r.folder(s)...)
		case !info.Mode().IsRegular():
			r.warnings.add(s.Name, 0, "neither a file nor a folder")
		default:
			f, ok := formatOf(s.Path)
			if !ok {
				r.warnings.add(s.Name, 0, "unknown format: want %s, or a folder of such files", Formats())
				continue
			}
			files = append(files, file{s.FS, s.Path, s.Name, info.Size(), f})
		}
	}
	return files
}

// folder finds the articles of a folder and of the folders in it. Other files
// and hidden ones are none of its business; links are followed to files, not
// to folders.
func (r *run) folder(s Source) []file {
	var files []file
	faults := len(r.warnings.list)
	walk := func(p string, e fs.DirEntry, err error) error {
		name := path.Join(filepath.ToSlash(s.Name), strings.TrimPrefix(p, s.Path))
		if err != nil {
			r.warnings.add(name, 0, "%v", cause(err))
			return fs.SkipDir
		}
		if p != s.Path && strings.HasPrefix(e.Name(), ".") {
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		f, ok := formatOf(p)
		if e.IsDir() || !ok {
			return nil
		}
		info, err := fs.Stat(s.FS, p)
		if err != nil {
			r.warnings.add(name, 0, "%v", cause(err))
			return nil
		}
		if info.Mode().IsRegular() {
			files = append(files, file{s.FS, p, name, info.Size(), f})
		}
		return nil
	}
	if err := fs.WalkDir(s.FS, s.Path, walk); err != nil {
		r.warnings.add(s.Name, 0, "%v", cause(err))
	}
	if len(files) == 0 && len(r.warnings.list) == faults {
		r.warnings.add(s.Name, 0, "no article in this folder: want files ending in %s", Formats())
	}
	return files
}
