package edit

import (
	"fmt"
	"maps"
	"slices"
)

// A Change is what is to be done together: the edits of files, by name.
type Change map[string][]Edit

// A ChangeSet puts changes together that may touch the same files.
type ChangeSet struct {
	read  func(name string) ([]byte, error)
	files map[string]*File
}

// A File is a file that a ChangeSet changes.
type File struct {
	Name  string
	Old   []byte
	Edits []Edit // in order, without conflicts
}

// New returns what becomes of a file.
func (f *File) New() []byte {
	out, err := Apply(f.Old, f.Edits)
	if err != nil {
		panic(fmt.Sprintf("merged edits of %s: %v", f.Name, err)) // Merge has refused such edits
	}
	return out
}

// Unified returns the hunks of a unified diff of a file.
func (f *File) Unified() string { return Unified(f.Old, f.Edits) }

// NewChangeSet returns a set without changes, which reads the files that they
// touch.
func NewChangeSet(read func(name string) ([]byte, error)) *ChangeSet {
	return &ChangeSet{read, make(map[string]*File)}
}

// Add adds a change: all of it, or nothing if it returns an error. That is a
// [*Conflict], wrapped with the name of the file, if it can't go together with the
// changes before it, or an error of reading the file.
func (s *ChangeSet) Add(c Change) error {
	touched := make([]*File, 0, len(c))
	for _, name := range slices.Sorted(maps.Keys(c)) {
		f := File{Name: name}
		if old := s.files[name]; old != nil {
			f = *old
		} else {
			text, err := s.read(name)
			if err != nil {
				return err
			}
			f.Old = text
		}
		merged, err := Merge(f.Old, f.Edits, c[name])
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		f.Edits = merged
		touched = append(touched, &f)
	}
	for _, f := range touched {
		s.files[f.Name] = f
	}
	return nil
}

// Files returns the files that change, by name.
func (s *ChangeSet) Files() []*File {
	var out []*File
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		out = append(out, s.files[name])
	}
	return out
}
