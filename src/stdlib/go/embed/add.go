package embed

// The compiler puts the files of a variable in, folder by folder.
func add(files FS, name, data string) FS {
	if files.files == nil {
		files.files = new([]file)
	}
	*files.files = append(*files.files, file{name: name, data: data})
	return files
}
