package knowledge

import "slices"

// syncEffects are the rows of package sync. A Pool's Get has none, since it
// calls what the program set.
func syncEffects() []Effect {
	const pkg = "sync"
	return slices.Concat(
		like(acts().and(writes(Recv)), pkg,
			"(*Cond).Broadcast", "(*Cond).Signal", "(*Mutex).Lock", "(*Mutex).TryLock", "(*Mutex).Unlock",
			"(*RWMutex).Lock", "(*RWMutex).RLock", "(*RWMutex).RUnlock", "(*RWMutex).TryLock",
			"(*RWMutex).TryRLock", "(*RWMutex).Unlock"),
		like(acts().and(writes(Recv)).and(panics()), pkg, "(*WaitGroup).Add", "(*WaitGroup).Done", "(*WaitGroup).Wait"),
		like(acts().and(writes(Recv)).and(panics()).and(keeps(Arg0)), pkg, "(*WaitGroup).Go"),
		like(streams(Recv), pkg, "(*Cond).Wait", "(Locker).Lock", "(Locker).Unlock"),
		like(shares(Recv), pkg, "(*RWMutex).RLocker"),
		like(shares(Arg0), pkg, "NewCond"),

		like(acts().and(writes(Recv)).and(calls(Arg0)), pkg, "(*Once).Do"),
		like(keeps(Arg0).and(shares(Arg0)), pkg, "OnceFunc", "OnceValue", "OnceValues"),

		// A key that can't be compared panics.
		like(acts().and(writes(Recv)), pkg, "(*Map).Clear"),
		like(acts().and(shares(Recv)).and(reads(Arg0)).and(panics()), pkg, "(*Map).Load"),
		like(acts().and(writes(Recv)).and(shares(Recv)).and(reads(Arg0)).and(panics()), pkg, "(*Map).LoadAndDelete"),
		like(acts().and(writes(Recv)).and(shares(Recv, Arg1)).and(keeps(Arg0, Arg1)).and(panics()), pkg,
			"(*Map).LoadOrStore"),
		like(acts().and(writes(Recv)).and(shares(Recv)).and(keeps(Arg0, Arg1)).and(panics()), pkg, "(*Map).Swap"),
		like(acts().and(writes(Recv)).and(keeps(Arg0, Arg1)).and(panics()), pkg, "(*Map).Store"),
		like(acts().and(writes(Recv)).and(reads(Arg0)).and(panics()), pkg, "(*Map).Delete"),
		like(acts().and(writes(Recv)).and(reads(Arg0, Arg1)).and(panics()), pkg, "(*Map).CompareAndDelete"),
		like(acts().and(writes(Recv)).and(reads(Arg1)).and(keeps(Arg0, Arg2)).and(panics()), pkg,
			"(*Map).CompareAndSwap"),
		like(acts().and(reads(Recv)).and(calls(Arg0)), pkg, "(*Map).Range"),

		like(acts().and(writes(Recv)).and(keeps(Arg0)), pkg, "(*Pool).Put"),
	)
}

// atomicEffects are the rows of package sync/atomic.
func atomicEffects() []Effect {
	const pkg = "sync/atomic"
	return slices.Concat(
		like(acts().and(panics()).and(reads(Arg0)), pkg,
			"LoadInt32", "LoadInt64", "LoadUint32", "LoadUint64", "LoadUintptr"),
		like(acts().and(panics()).and(writes(Arg0)), pkg,
			"AddInt32", "AddInt64", "AddUint32", "AddUint64", "AddUintptr",
			"AndInt32", "AndInt64", "AndUint32", "AndUint64", "AndUintptr",
			"CompareAndSwapInt32", "CompareAndSwapInt64", "CompareAndSwapUint32", "CompareAndSwapUint64",
			"CompareAndSwapUintptr",
			"OrInt32", "OrInt64", "OrUint32", "OrUint64", "OrUintptr",
			"StoreInt32", "StoreInt64", "StoreUint32", "StoreUint64", "StoreUintptr",
			"SwapInt32", "SwapInt64", "SwapUint32", "SwapUint64", "SwapUintptr"),
		like(acts().and(panics()).and(shares(Arg0)), pkg, "LoadPointer"),
		like(acts().and(panics()).and(writes(Arg0)).and(keeps(Arg1)), pkg, "StorePointer"),
		like(acts().and(panics()).and(writes(Arg0)).and(keeps(Arg1)).and(shares(Arg0)), pkg, "SwapPointer"),
		like(acts().and(panics()).and(writes(Arg0)).and(keeps(Arg2)).and(reads(Arg1)), pkg, "CompareAndSwapPointer"),

		like(acts().and(reads(Recv)), pkg,
			"(*Bool).Load", "(*Int32).Load", "(*Int64).Load", "(*Uint32).Load", "(*Uint64).Load", "(*Uintptr).Load"),
		like(acts().and(writes(Recv)), pkg,
			"(*Bool).CompareAndSwap", "(*Bool).Store", "(*Bool).Swap",
			"(*Int32).Add", "(*Int32).And", "(*Int32).CompareAndSwap", "(*Int32).Or", "(*Int32).Store", "(*Int32).Swap",
			"(*Int64).Add", "(*Int64).And", "(*Int64).CompareAndSwap", "(*Int64).Or", "(*Int64).Store", "(*Int64).Swap",
			"(*Uint32).Add", "(*Uint32).And", "(*Uint32).CompareAndSwap", "(*Uint32).Or", "(*Uint32).Store",
			"(*Uint32).Swap",
			"(*Uint64).Add", "(*Uint64).And", "(*Uint64).CompareAndSwap", "(*Uint64).Or", "(*Uint64).Store",
			"(*Uint64).Swap",
			"(*Uintptr).Add", "(*Uintptr).And", "(*Uintptr).CompareAndSwap", "(*Uintptr).Or", "(*Uintptr).Store",
			"(*Uintptr).Swap"),

		like(acts().and(shares(Recv)), pkg, "(*Pointer[T]).Load", "(*Value).Load"),
		like(acts().and(writes(Recv)).and(keeps(Arg0)), pkg, "(*Pointer[T]).Store"),
		like(acts().and(writes(Recv)).and(keeps(Arg0)).and(shares(Recv)), pkg, "(*Pointer[T]).Swap"),
		like(acts().and(writes(Recv)).and(keeps(Arg1)).and(reads(Arg0)), pkg, "(*Pointer[T]).CompareAndSwap"),
		like(acts().and(writes(Recv)).and(keeps(Arg0)).and(panics()), pkg, "(*Value).Store"),
		like(acts().and(writes(Recv)).and(keeps(Arg0)).and(shares(Recv)).and(panics()), pkg, "(*Value).Swap"),
		like(acts().and(writes(Recv)).and(keeps(Arg1)).and(reads(Arg0)).and(panics()), pkg, "(*Value).CompareAndSwap"),
	)
}
