"""System calls that a submission is refused, by number, for the two architectures we know.

Numbers from the kernel's own tables (arch/x86/entry/syscalls/syscall_64.tbl and
include/uapi/asm-generic/unistd.h). A name that an architecture does not have is absent from its table.
"""

from __future__ import annotations

import platform
from dataclasses import dataclass
from typing import Any

# name: (x86_64, aarch64); None where the architecture has no such call.
_TABLE: dict[str, tuple[int | None, int | None]] = {
    # other programs and processes
    "fork": (57, None), "vfork": (58, None), "execve": (59, 221), "execveat": (322, 281),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "kcmp": (312, 272), "pidfd_open": (434, 434), "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424), "process_madvise": (440, 440), "process_mrelease": (448, 448),
    "setns": (308, 268), "unshare": (272, 97), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "setpgid": (109, 154), "setsid": (112, 157), "setpriority": (141, 140),
    "ioprio_set": (251, 30), "sched_setscheduler": (144, 119), "sched_setparam": (142, 118),
    "sched_setattr": (314, 274), "sched_setaffinity": (203, 122), "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    # the network, and channels between processes
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200),
    "listen": (50, 201), "accept": (43, 202), "accept4": (288, 242), "sendto": (44, 206),
    "sendmsg": (46, 211), "sendmmsg": (307, 269), "recvmsg": (47, 212), "recvmmsg": (299, 243),
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195), "semget": (64, 190), "semop": (65, 193),
    "semtimedop": (220, 192), "semctl": (66, 191), "msgget": (68, 186), "msgsnd": (69, 189),
    "msgrcv": (70, 188), "msgctl": (71, 187), "mq_open": (240, 180), "mq_unlink": (241, 181),
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "add_key": (248, 217),
    "request_key": (249, 218), "keyctl": (250, 219),
    # what Landlock does not cover: metadata of files anywhere
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452),
    "chown": (92, None), "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54),
    "utime": (132, None), "utimes": (235, None), "futimesat": (261, None), "utimensat": (280, 88),
    "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7), "setxattrat": (463, 463),
    "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "removexattrat": (466, 466), "file_setattr": (469, 469), "mknod": (133, None), "mknodat": (259, 33),
    "flock": (73, 32), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    "fanotify_init": (300, 262), "inotify_init": (253, None), "inotify_init1": (294, 26),
    # the machine
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430), "fsconfig": (431, 431),
    "fsmount": (432, 432), "fspick": (433, 433), "mount_setattr": (442, 442), "swapon": (167, 224),
    "swapoff": (168, 225), "reboot": (169, 142), "sethostname": (170, 161), "setdomainname": (171, 162),
    "init_module": (175, 105), "delete_module": (176, 106), "finit_module": (313, 273),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "acct": (163, 89), "syslog": (103, 116),
    "quotactl": (179, 60), "quotactl_fd": (443, 443), "settimeofday": (164, 170),
    "clock_settime": (227, 112), "adjtimex": (159, 171), "clock_adjtime": (305, 266), "iopl": (172, None),
    "ioperm": (173, None), "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "io_setup": (206, 0), "io_submit": (209, 2), "lookup_dcookie": (212, 18), "personality": (135, 92),
    "vhangup": (153, 58), "modify_ldt": (154, None), "setrlimit": (160, 164),
    # identities
    "setuid": (105, 146), "setgid": (106, 144), "setreuid": (113, 145), "setregid": (114, 143),
    "setresuid": (117, 147), "setresgid": (119, 149), "setgroups": (116, 159), "setfsuid": (122, 151),
    "setfsgid": (123, 152), "capset": (126, 91), "landlock_create_ruleset": (444, 444),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Machine:
    """What the filter needs to know of an architecture."""

    audit: int  # AUDIT_ARCH_*
    denied: tuple[int, ...]
    clone: int
    clone3: int
    kill: tuple[int, ...]  # calls whose first argument is a process, allowed on our own only
    prlimit: int
    fcntl: int
    ioctl: int
    last: int  # numbers above are newer than this table: "not implemented"
    x32: int | None  # numbers from here on are another ABI


def machine() -> Machine | None:
    """The tables of this machine; None when we have none."""
    column = {"x86_64": 0, "aarch64": 1, "arm64": 1}.get(platform.machine())
    if column is None:
        return None
    denied = tuple(sorted(row[column] for row in _TABLE.values() if row[column] is not None))  # type: ignore[type-var]
    common: dict[str, Any] = {"denied": denied, "clone3": 435, "last": 469}
    if column == 0:
        return Machine(
            0xC000003E,
            clone=56,
            kill=(62, 200, 234),
            prlimit=302,
            fcntl=72,
            ioctl=16,
            x32=0x40000000,
            **common,
        )
    return Machine(
        0xC00000B7, clone=220, kill=(129, 130, 131), prlimit=261, fcntl=25, ioctl=29, x32=None, **common
    )
