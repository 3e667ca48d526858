package knowledge

import "slices"

// osEffects are the rows of package os.
func osEffects() []Effect {
	const pkg = "os"
	env := Effect{Env: true}
	setsEnv := Effect{SetsEnv: true}
	file := acts().and(writes(Recv))
	return slices.Concat(
		like(env, pkg,
			"Environ", "ExpandEnv", "Getegid", "Getenv", "Geteuid", "Getgid", "Getgroups", "Getuid", "LookupEnv", "TempDir",
			"UserCacheDir", "UserConfigDir", "UserHomeDir"),
		like(env.and(acts()), pkg, "CreateTemp", "Executable", "Getwd", "Hostname", "MkdirTemp"),
		like(acts().and(setsEnv), pkg, "Chdir", "Clearenv", "Setenv", "Unsetenv"),
		like(calls(Arg1), pkg, "Expand"),
		like(acts().and(Effect{NoReturn: true}), pkg, "Exit"),
		like(Effect{}, pkg, "DirFS", "Getpagesize", "Getpid", "IsPathSeparator"),

		like(acts(), pkg,
			"Chmod", "Chown", "Chtimes", "Create", "FindProcess", "Getppid", "Lchown", "Link", "Lstat", "Mkdir",
			"MkdirAll", "NewFile", "Open", "OpenFile", "OpenInRoot", "OpenRoot", "ReadDir", "ReadFile", "Readlink",
			"Remove", "RemoveAll", "Rename", "Stat", "Symlink", "Truncate"),
		like(acts().and(reads(Arg1)), pkg, "WriteFile"),
		like(streams(Arg1), pkg, "CopyFS"),
		like(formats(Arg0).and(panics()), pkg, "IsExist", "IsNotExist", "IsPermission", "IsTimeout"),
		like(acts().and(formats(Arg0, Arg1)), pkg, "SameFile"),

		like(file, pkg,
			"(*File).Chmod", "(*File).Chown", "(*File).Close", "(*File).Fd", "(*File).ReadDir", "(*File).Readdir",
			"(*File).Readdirnames", "(*File).Seek", "(*File).SetDeadline", "(*File).SetReadDeadline",
			"(*File).SetWriteDeadline", "(*File).Stat", "(*File).Sync", "(*File).Truncate", "(*File).WriteString"),
		like(file.and(setsEnv), pkg, "(*File).Chdir"),
		like(file.and(writes(Arg0)), pkg, "(*File).Read", "(*File).ReadAt"),
		like(file.and(reads(Arg0)), pkg, "(*File).Write", "(*File).WriteAt"),
		like(file.and(streams(Arg0)), pkg, "(*File).ReadFrom", "(*File).WriteTo"),
		like(reads(Recv), pkg, "(*File).Name"),
		like(shares(Recv), pkg, "(*File).SyscallConn"),

		like(file, pkg,
			"(*Root).Chmod", "(*Root).Chown", "(*Root).Chtimes", "(*Root).Close", "(*Root).Create", "(*Root).Lchown",
			"(*Root).Link", "(*Root).Lstat", "(*Root).Mkdir", "(*Root).MkdirAll", "(*Root).Open", "(*Root).OpenFile",
			"(*Root).OpenRoot", "(*Root).ReadFile", "(*Root).Readlink", "(*Root).Remove", "(*Root).RemoveAll",
			"(*Root).Rename", "(*Root).Stat", "(*Root).Symlink"),
		like(file.and(reads(Arg1)), pkg, "(*Root).WriteFile"),
		like(reads(Recv), pkg, "(*Root).Name"),
		like(shares(Recv), pkg, "(*Root).FS"),

		like(file, pkg, "(*Process).Kill", "(*Process).Release", "(*Process).Wait"),
		like(reads(Recv), pkg,
			"(*ProcessState).ExitCode", "(*ProcessState).Exited", "(*ProcessState).Pid", "(*ProcessState).String",
			"(*ProcessState).Success", "(*ProcessState).SystemTime", "(*ProcessState).UserTime"),

		like(getter(), pkg, "(*LinkError).Error", "(*SyscallError).Error", "(*SyscallError).Timeout", "(Signal).String"),
		like(shares(Recv), pkg, "(*LinkError).Unwrap", "(*SyscallError).Unwrap"),
		like(shares(Arg1), pkg, "NewSyscallError"),
	)
}

// fsEffects are the rows of package io/fs. A file system may be the
// program's.
func fsEffects() []Effect {
	const pkg = "io/fs"
	return slices.Concat(
		like(Effect{}, pkg,
			"ValidPath", "(FileMode).IsDir", "(FileMode).IsRegular", "(FileMode).Perm", "(FileMode).String",
			"(FileMode).Type"),
		like(streams(Arg0).and(shares(Arg0)), pkg, "Glob", "Lstat", "ReadDir", "ReadFile", "ReadLink", "Stat", "Sub"),
		like(streams(Arg0).and(calls(Arg2)), pkg, "WalkDir"),
		like(formats(Arg0).and(panics()), pkg, "FormatDirEntry", "FormatFileInfo"),
		like(shares(Arg0), pkg, "FileInfoToDirEntry"),

		like(getter(), pkg,
			"(DirEntry).IsDir", "(DirEntry).Name", "(DirEntry).Type",
			"(FileInfo).IsDir", "(FileInfo).ModTime", "(FileInfo).Mode", "(FileInfo).Name", "(FileInfo).Size"),
		like(getter().and(shares(Recv)), pkg, "(FileInfo).Sys"),
		like(streams(Recv).and(shares(Recv)), pkg, "(DirEntry).Info", "(FS).Open", "(File).Stat"),
		like(streams(Recv), pkg, "(File).Close"),
		like(streams(Recv).and(writes(Arg0)), pkg, "(File).Read"),

		like(getter(), pkg, "(*PathError).Error", "(*PathError).Timeout"),
		like(shares(Recv), pkg, "(*PathError).Unwrap"),
	)
}
