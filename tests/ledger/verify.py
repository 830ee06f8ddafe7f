#!/usr/bin/env python3
"""A second, independent verifier of the ledger, in Python's standard library alone.

    python3 verify.py FILE --key KEY [--key KEY ...] [--checkpoint FILE ...] [--now SECONDS] [--json]
    python3 verify.py --proofs < lines

The first form checks a bundle of the history, a receipt of one entry (JSON, PDF, or the text of its QR code), or the
proof between two heads, and says what is proven (exit code: 0 no fault, 1 faults, 2 the check cannot begin). The second reads one Merkle proof of RFC 9162 per line as JSON and prints `true` or `false` for each.

The bundle is read once, line by line. What is kept in memory is the state that the entries add up to, the
checkpoints, and one hash for each level of the tree; never the lines.
"""
import argparse
import base64
import datetime
import hashlib
import json
import re
import struct
import sys
import zlib
from collections import namedtuple
from decimal import Decimal
from json.encoder import encode_basestring

MAX_SAFE = 2 ** 53 - 1   # the largest integer that has one spelling only in RFC 8785
MAX_FAULTS = 1000        # faults kept of each code
MAX_DEPTH = 64           # levels of objects and lists in one line
BACKDATED = 3600 * 1000  # how far an entry may lie before what is proven already, in milliseconds
LONGEST_ACT = 3600 * 1000  # how long an act may take, in milliseconds
OVERDUE = 60 * 1000      # how long an entry may wait for its proof, in milliseconds
QUORUM = 2               # witnesses needed, where as many are given


class Unfit(Exception):
    """The check cannot begin."""


def sha256(data):
    return hashlib.sha256(data).digest()


def is_size(value):
    """Whether a value is a non-negative safe integer (`True` is none)."""
    return type(value) is int and 0 <= value <= MAX_SAFE


def from_base64(text, length=None):
    """The bytes of padded base64 in its one spelling, and of one length where that is given; else ValueError."""
    if type(text) is not str:
        raise ValueError("not a text")
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text or length not in (None, len(data)):
        raise ValueError("not base64 in its one spelling, or of another length")
    return data


# --- Canonical JSON (RFC 8785) ---------------------------------------------------------------------------------------

def units(text):
    """The key that sorts texts by their UTF-16 units."""
    return text.encode("utf-16-be")


def spell_float(value):
    """A fraction as ECMAScript spells it: Python finds the same shortest digits and only sets them out otherwise."""
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError("not a number of JSON")
    if value == int(value) and abs(value) > MAX_SAFE:
        raise ValueError("an integer that is not safe")
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    digits, sign = "".join(map(str, digits)), "-" if sign and value else ""
    point = len(digits) + exponent  # where the decimal point stands, counted from the first digit
    if value == 0:
        return "0"
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    fraction = "." + digits[1:] if len(digits) > 1 else ""
    return "%s%s%se%+d" % (sign, digits[0], fraction, point - 1)


def spell(value):
    """The canonical text of a value."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)  # escapes what RFC 8785 wants escaped, and nothing else
    if kind is dict:
        return "{%s}" % ",".join([encode_basestring(k) + ":" + spell(value[k]) for k in sorted(value, key=units)])
    if kind is list:
        return "[%s]" % ",".join(map(spell, value))
    if value is None or kind is bool:
        return {None: "null", True: "true", False: "false"}[value]
    if kind is int:
        if abs(value) > MAX_SAFE:
            raise ValueError("an integer that is not safe")
        return str(value)
    return spell_float(value)


def canonical(value):
    """The canonical bytes of a value. A lone surrogate has none (UnicodeEncodeError, a ValueError)."""
    return spell(value).encode("utf-8")


def distinct(pairs):
    """An object of JSON; refuses a property that is there twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a property is there twice")
    return found


def refuse(name):
    raise ValueError(name + " is not JSON")


DECODER = json.JSONDecoder(object_pairs_hook=distinct, parse_constant=refuse)


STRINGS = re.compile(r'"(?:[^"\\\\]|\\\\.)*"')


def depth(text):
    """How deep objects and lists are nested in a JSON text."""
    level = deepest = 0
    for mark in STRINGS.sub("", text):
        if mark in "{[":
            level += 1
            deepest = max(deepest, level)
        elif mark in "}]":
            level -= 1
    return deepest


def read_canonical(data):
    """The value that canonical bytes stand for; ValueError where they are not canonical."""
    try:
        if depth(data.decode("utf-8")) > MAX_DEPTH:
            raise ValueError("nested too deeply")
        value = DECODER.decode(data.decode("utf-8"))
        if canonical(value) != data:
            raise ValueError("not in canonical form")
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return value


# --- Ed25519 (RFC 8032), verification only ---------------------------------------------------------------------------
# Points of -x² + y² = 1 + d·x²·y² in extended coordinates (X, Y, Z, T): x = X/Z, y = Y/Z, xy = T/Z.

P = 2 ** 255 - 19
L = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def point_add(a, b):
    """The sum of two points; the formula is complete, so it doubles as well (RFC 8032, section 5.1.4)."""
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    t, z = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = n - m, z - t, z + t, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def point_negate(a):
    return P - a[0], a[1], a[2], P - a[3]


def point_encode(a):
    inverse = pow(a[2], -1, P)
    x, y = a[0] * inverse % P, a[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def point_decode(data):
    """The point that 32 bytes stand for; ValueError for none, and for an encoding that is not the canonical one."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if len(data) != 32 or y >= P:
        raise ValueError("not a canonical encoding of a point")
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P  # a root of u/v, if it has one
    if v * x * x % P != u:
        x = x * ROOT_OF_MINUS_1 % P
    if v * x * x % P != u or (x == 0 and sign):
        raise ValueError("not a point of the curve")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point_decode((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def ed25519_verify(public, message, signature):
    """Whether [S]B = R + [k]A, without cofactor. R is compared as bytes, so no other encoding of it passes."""
    if len(signature) != 64:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    try:
        a = point_negate(point_decode(public))
    except ValueError:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    both, result = point_add(BASE, a), (0, 1, 1, 0)
    for bit in range(252, -1, -1):  # [S]B + [k](-A), both at once
        result = point_add(result, result)
        step = (s >> bit & 1) + 2 * (k >> bit & 1)
        if step:
            result = point_add(result, (None, BASE, a, both)[step])
    return point_encode(result) == signature[:32]


# --- Passkeys (WebAuthn Level 2): ES256, RS256 and EdDSA ---------------------------------------------------------------

P256 = 2 ** 256 - 2 ** 224 + 2 ** 192 + 2 ** 96 - 1
P256_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
P256_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
P256_G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
          0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
# What stands before the key itself in a SubjectPublicKeyInfo (RFC 5480, RFC 8410), and in the digest that RSA signs.
SPKI_P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
SPKI_ED25519 = bytes.fromhex("302a300506032b6570032100")
RSA_OID = bytes.fromhex("300d06092a864886f70d0101010500")
SHA256_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


def p256_add(a, b):
    """The sum of two points of P-256; None is the point at infinity."""
    if a is None or b is None:
        return b if a is None else a
    if a[0] == b[0] and (a[1] + b[1]) % P256 == 0:
        return None
    if a == b:
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P256)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P256)
    x = (slope * slope - a[0] - b[0]) % P256
    return x, (slope * (a[0] - x) - a[1]) % P256


def der(tag, body):
    """A value of DER in its one spelling."""
    length = len(body)
    if length < 128:
        return bytes([tag, length]) + body
    size = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes([tag, 128 + len(size)]) + size + body


def der_integer(value):
    return der(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def read_integers(body):
    """The integers of which a body of DER is made, positive and in their one spelling; ValueError otherwise."""
    found, at = [], 0
    while at < len(body):
        if body[at] != 2 or at + 2 > len(body):
            raise ValueError("not an integer")
        size, start = body[at + 1], at + 2
        if size >= 128:
            start, size = start + size - 128, int.from_bytes(body[start:start + size - 128], "big")
        value = int.from_bytes(body[start:start + size], "big")
        if der_integer(value) != body[at:start + size]:
            raise ValueError("not in its one spelling")
        found.append(value)
        at = start + size
    return found


def read_sequence(data):
    """The integers of a sequence of DER."""
    if data[:1] != b"\x30":
        raise ValueError("not a sequence")
    start = 2 if len(data) > 1 and data[1] < 128 else 2 + data[1] - 128
    found = read_integers(data[start:])
    if der(0x30, b"".join(map(der_integer, found))) != data:
        raise ValueError("not in its one spelling")
    return found


def read_passkey(text):
    """The public key of a passkey (its kind and numbers); ValueError for any that a passkey does not have here."""
    data = from_base64(text)
    if len(data) == 91 and data.startswith(SPKI_P256):
        x, y = int.from_bytes(data[27:59], "big"), int.from_bytes(data[59:], "big")
        if x < P256 and y < P256 and (y * y - x * x * x + 3 * x - P256_B) % P256 == 0:
            return "ec", (x, y)
    elif len(data) == 44 and data.startswith(SPKI_ED25519):
        return "ed", data[12:]
    else:
        at = data.find(RSA_OID)
        if at > 0:
            start = data.index(b"\x00\x30", at + len(RSA_OID)) + 1
            n, e = read_sequence(data[start:])
            bits = der(3, b"\x00" + data[start:])
            if der(0x30, RSA_OID + bits) == data and n.bit_length() >= 2048 and e == 65537:
                return "rsa", n
    raise ValueError("not a key of a passkey")


def passkey_signed(key, message, signature):
    """Whether a passkey made this signature over these bytes."""
    kind, public = key
    if kind == "ed":
        return ed25519_verify(public, message, signature)
    digest = sha256(message)
    if kind == "rsa":
        size = (public.bit_length() + 7) // 8
        block = pow(int.from_bytes(signature, "big"), 65537, public).to_bytes(size, "big")
        padded = b"\x00\x01" + b"\xff" * (size - 54) + b"\x00" + SHA256_INFO + digest
        return len(signature) == size and int.from_bytes(signature, "big") < public and block == padded
    try:
        r, s = read_sequence(signature)
    except (ValueError, IndexError):
        return False
    if not (0 < r < P256_N and 0 < s < P256_N):
        return False
    w = pow(s, -1, P256_N)
    u, v = int.from_bytes(digest, "big") * w % P256_N, r * w % P256_N
    both, point = p256_add(P256_G, public), None
    for bit in range(255, -1, -1):
        point = p256_add(point, point)
        step = (u >> bit & 1) + 2 * (v >> bit & 1)
        if step:
            point = p256_add(point, (None, P256_G, public, both)[step])
    return point is not None and point[0] % P256_N == r


def from_url(text):
    """The bytes of base64url without padding, in its one spelling; else ValueError."""
    data = base64.b64decode(text.translate(str.maketrans("-_", "+/", "+/")) + "=" * (-len(text) % 4), validate=True)
    if base64.urlsafe_b64encode(data).decode().rstrip("=") != text:
        raise ValueError("not base64url in its one spelling")
    return data


def asserts(assertion, passkey, challenge):
    """Whether an assertion is this passkey's answer to this challenge (hex)."""
    try:
        data, client = from_url(assertion["authenticatorData"]), from_url(assertion["clientDataJSON"])
        signature, key = from_url(assertion["signature"]), read_passkey(passkey["key"])
        said = json.loads(client.decode("utf-8", "replace"), parse_constant=refuse)
    except (ValueError, IndexError, RecursionError):
        return False
    wanted = base64.urlsafe_b64encode(bytes.fromhex(challenge)).decode().rstrip("=")
    return (len(data) >= 37 and assertion["credential"] == passkey["credential"] and type(said) is dict
            and said.get("type") == "webauthn.get" and said.get("challenge") == wanted
            and data[:32] == sha256(passkey["site"].encode("utf-8")) and data[32] & 5 == 5
            and passkey_signed(key, data + sha256(client), signature))


# --- Merkle tree (RFC 6962, RFC 9162) --------------------------------------------------------------------------------

def node(left, right):
    return sha256(b"\x01" + left + right)


class Tree:
    """A tree that grows by one leaf hash at a time and keeps the roots of its full subtrees, the largest first."""

    def __init__(self):
        self.size, self.full = 0, []

    def add(self, leaf):
        self.size += 1
        for _ in range((self.size & -self.size).bit_length() - 1):  # as often as the new size can be halved
            leaf = node(self.full.pop(), leaf)
        self.full.append(leaf)

    def root(self):
        if not self.full:
            return sha256(b"")
        root = self.full[-1]
        for left in self.full[-2::-1]:
            root = node(left, root)
        return root


def proves_inclusion(index, size, leaf, root, proof):
    """RFC 9162, section 2.1.3.2."""
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node(p, r)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def proves_consistency(older, newer, older_root, newer_root, proof):
    """RFC 9162, section 2.1.4.2; of an empty tree nothing is proven."""
    if older == 0 or older > newer:
        return False
    if older == newer:
        return not proof and older_root == newer_root
    if not proof:
        return False
    if older & (older - 1) == 0:  # a power of two: its root is the start of the path
        proof = [older_root] + proof
    fn, sn = older - 1, newer - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = proof[0]
    for c in proof[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == older_root and sr == newer_root


def proof_holds(line):
    """What one line of `--proofs` comes to; whatever is malformed is false."""
    try:
        ask = DECODER.decode(line.decode("utf-8"))
        if type(ask["proof"]) is not list:
            return False
        names, hashes, proves = {
            "inclusion": (("index", "size"), ("leaf", "root"), proves_inclusion),
            "consistency": (("older", "newer"), ("olderRoot", "newerRoot"), proves_consistency),
        }[ask["kind"]]
        numbers = [ask[name] for name in names]
        # A tree is consistent with itself whatever its root is; everywhere else a hash has 32 bytes.
        length = None if proves is proves_consistency and numbers[0] == numbers[1] else 32
        roots = [from_base64(ask[name], length) for name in hashes]
        proof = [from_base64(one, 32) for one in ask["proof"]]
        return all(map(is_size, numbers)) and proves(*numbers, *roots, proof)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


# --- Keys and checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature) --------------------------------------

LOG, WITNESS = 1, 4  # the algorithm bytes

Key = namedtuple("Key", "name id algorithm public")
NAME = "[!-*,-~]+"  # printable ASCII without blank and plus


def read_key(text):
    """A public key, `NAME+hex(id)+base64(algorithm ‖ public key)`; ValueError where it is none."""
    name, key_id, data = text.split("+", 2)
    data = from_base64(data, 33)
    if not re.fullmatch(NAME, name) or data[0] not in (LOG, WITNESS):
        raise ValueError("not a name, or an unknown algorithm")
    point_decode(data[1:])
    key = Key(name, sha256(name.encode("utf-8") + b"\n" + data)[:4], data[0], data[1:])
    if key.id.hex() != key_id:
        raise ValueError("the id is not that of the key")
    return key


class Keys:
    """The keys that were given: the one of the log, those of the witnesses, and the quorum of these."""

    def __init__(self, texts):
        self.known = {}
        for text in texts:
            try:
                key = read_key(text)
            except ValueError:
                raise Unfit("This is no public key of a log or a witness: %s" % text) from None
            if all(key.public != other.public for other in self.known.values()):  # one key is one witness
                self.known[key.name, key.id] = key
        logs = [key for key in self.known.values() if key.algorithm == LOG]
        if len(logs) != 1:
            raise Unfit("Exactly one of the keys must be the log's (algorithm byte 1); %d are." % len(logs))
        self.log = logs[0]
        self.quorum = min(QUORUM, len(self.known) - 1)


NOTE = re.compile("(([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/=]+)\n)\n((?:— " + NAME + " [A-Za-z0-9+/=]+\n)+)")

# `time`: the seconds since 1970 when it was witnessed, else None. `clean`: no line is false, unknown or there twice.
Checkpoint = namedtuple("Checkpoint", "size root signed time clean")


def read_checkpoint(note, keys):
    """The checkpoint that a note holds, judged by the keys given; ValueError where it is no checkpoint."""
    match = NOTE.fullmatch(note)
    if not match:
        raise ValueError("not the note of a checkpoint")
    body, origin, size, root, lines = match.groups()
    size, root = int(size), from_base64(root, 32)
    if not is_size(size):
        raise ValueError("too many leaves")
    body, log_lines, times, seen, clean = body.encode("utf-8"), [], {}, set(), True
    for line in lines.split("\n")[:-1]:
        name, data = line.split(" ")[1:]
        data = from_base64(data)
        if len(data) < 5:
            raise ValueError("a signature line without a signature")
        key, data = keys.known.get((name, data[:4])), data[4:]
        true = False
        if key and key.algorithm == LOG:
            true = ed25519_verify(key.public, body, data)
            log_lines.append(true)
        elif key and len(data) == 72:
            time = struct.unpack(">Q", data[:8])[0]
            message = b"cosignature/v1\ntime %d\n" % time + body
            true = is_size(time) and ed25519_verify(key.public, message, data[8:])
            if true:
                times.setdefault(key, time)
        if not true or key in seen:
            clean = False
        seen.add(key)
    signed = log_lines == [True] and origin == keys.log.name
    witnessed = keys.quorum > 0 and len(times) >= keys.quorum
    return Checkpoint(size, root, signed, sorted(times.values())[keys.quorum - 1] if witnessed else None, clean)


# --- Entries ---------------------------------------------------------------------------------------------------------

OPEN_FACTS = frozenset("""agency agencyId answer applicationId appointment article assignee body clearance common
    conflict delegation from hash kind language material mention motion other role sessions sheet to until version
    """.split())
CLOSED_PATHS = ("actor.name", "payload.reason.text", "payload.decision.basis", "payload.decision.reason",
                "payload.signature.statement.hash")
CLOSED_BY_KIND = {"arrived": ("payload.hash", "payload.source"), "imported": ("payload.file", "payload.sha256"),
                  "statement": ("payload.assertion", "payload.hash", "payload.signed")}
AT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.([0-9]{3})Z")
EPOCH = datetime.datetime(1970, 1, 1)


def read_at(text):
    """The time of an entry in milliseconds since 1970; ValueError where it is no real time in that form."""
    match = AT.fullmatch(text) if type(text) is str else None
    if not match:
        raise ValueError("not a time")
    year, month, day, hour, minute, second, milli = map(int, match.groups())
    cycles = 1 if year == 0 else 0  # the calendar repeats after 400 years; the year 0 is unknown to `datetime`
    passed = datetime.datetime(year + 400 * cycles, month, day, hour, minute, second) - EPOCH
    return ((passed.days - 146097 * cycles) * 86400 + passed.seconds) * 1000 + milli


def take_out(parts, closed, path):
    """Moves what stands under a path, if anything does, into the closed part; the objects on the way are copied."""
    *way, last = path.split(".")
    for step in way:
        if type(parts.get(step)) is not dict:
            return
        parts[step] = parts = dict(parts[step])
    if last in parts:
        closed[path] = parts.pop(last)


def open_part(entry, salt):
    """The open part of an entry: what is left without the closed part, and the commitment to that."""
    left, closed = dict(entry), {}
    for path in CLOSED_PATHS + CLOSED_BY_KIND.get(entry["payload"]["kind"], ()):
        take_out(left, closed, path)
    facts = left["payload"].get("facts")
    if type(facts) is dict:
        keep = {name: value for name, value in facts.items() if name in OPEN_FACTS and type(value) not in (dict, list)}
        left["payload"] = dict(left["payload"], facts=keep)
        closed.update(("payload.facts." + name, value) for name, value in facts.items() if name not in keep)
    left["closed"] = sha256(salt + canonical(closed)).hex()
    return left


def is_at(value):
    """Whether a value is a real moment, written as the time of an entry is."""
    try:
        read_at(value)
    except ValueError:
        return False
    return True


def text(value): return type(value) is str
def there(value): return True
def each(fits): return lambda value: type(value) is list and all(map(fits, value))
def null_or(fits): return lambda value: value is None or fits(value)


def having(**parts):
    """A test for objects that have these parts (and perhaps others)."""
    return lambda value: type(value) is dict and all(n in value and fits(value[n]) for n, fits in parts.items())


def subject_of(subject):
    """The file that an act is about, or else the case."""
    return subject["file"] if text(subject.get("file")) else subject.get("case")


# The parts that a kind needs: those that its effect uses. What is only copied into a table may be anything, but must be
# there. (`from` is a word of Python's own, hence the stars.)
VOIDS = each(having(id=text, reason=there))
NEEDS = {
    "arrived": having(what=text, id=text),
    "departed": having(what=text, id=text),
    "act": having(
        proceeding=text, to=text, version=is_size, voids=VOIDS, of=there, round=there, deferred=there, single=there,
        subject=lambda value: type(value) is dict and text(subject_of(value)),
        signature=null_or(having(
            id=text, answer=there, dossier=there, outcome=there, question=there, rules=is_size, slot=there)),
        decision=null_or(having(id=text, outcome=there, result=there, rules=is_size)), **{"from": text}),
    "fell_back": having(proceeding=text, to=text, version=is_size, suspended=there, voids=VOIDS, **{"from": text}),
    "standing": having(file=text, to=text, **{"from": text}),
    "stage": having(case=text, to=text, neverSecret=there, outcome=there, **{"from": text}),
    "rule_set": having(work=text, version=is_size, sha256=text, body=there, **{"from": is_at}),
    "statement": having(statement=text, method=text),
    "reset": having(account=text, reset=text, what=text),
}
ASSERTION = having(authenticatorData=text, clientDataJSON=text, credential=text, signature=text)
NEEDS["passkey"] = having(
    account=text, credential=text, what=text, key=null_or(text), site=null_or(text), assertion=null_or(ASSERTION))
# What a statement has besides, where names are not left out.
STATED = having(
    assertion=ASSERTION, hash=text,
    signed=having(requests=each(lambda value: type(value) is dict), rules=is_size, signer=text))


def is_entry(entry, kind):
    """Whether a value has the shape of an entry (in a pseudonymous bundle: of the open part of one)."""
    names = {"v", "id", "at", "actor", "sample", "payload"} | ({"closed"} if kind == "pseudonymous" else set())
    if type(entry) is not dict or set(entry) != names or type(entry["v"]) is not int or entry["v"] != 1:
        return False
    payload = entry["payload"]
    if not (text(entry["id"]) and type(entry["sample"]) is bool and type(entry["actor"]) is dict):
        return False
    if "closed" in names and not (text(entry["closed"]) and re.fullmatch("[0-9a-f]{64}", entry["closed"])):
        return False
    if not is_at(entry["at"]):
        return False
    if not (type(payload) is dict and text(payload.get("kind")) and NEEDS.get(payload["kind"], there)(payload)):
        return False
    return payload["kind"] != "statement" or kind == "pseudonymous" or STATED(payload)


FOUNDING = {  # version 1 of the rules, which no entry brings
    "body": "bbbf0f96b200b82b8eccf1de66c102ea48048b5ed406189f16f676f0e00a3ea7",
    "confirmedBy": None, "from": "2020-01-01T00:00:00.000Z", "proposedBy": None, "withdrawnBy": None}


def is_confirmed(version, row):
    return version == "1" or row["confirmedBy"] is not None


class Tables:
    """What the entries say of the tables."""

    def __init__(self):
        self.rows = {name: {} for name in ("cases", "decisions", "files", "proceedings", "signatures")}
        self.rows["rules"] = {"1": dict(FOUNDING)}

    def void(self, voids):
        """Sets signatures void; whether all of them were known."""
        signatures = self.rows["signatures"]
        for one in voids:
            if one["id"] in signatures:
                signatures[one["id"]]["void"] = one["reason"]
        return all(one["id"] in signatures for one in voids)

    def fold(self, entry):
        """Takes one entry in; whether it could follow."""
        payload, kind = entry["payload"], entry["payload"]["kind"]
        files, cases = self.rows["files"], self.rows["cases"]
        if kind == "arrived":
            new = {"file": "closed", "case": {"neverSecret": False, "outcome": None, "stage": "archived"}}
            if payload["what"] not in new:
                return True  # a unit or a person has no row
            table = files if payload["what"] == "file" else cases
            follows = payload["id"] not in table
            table[payload["id"]] = new[payload["what"]]
            return follows
        if kind == "departed":
            if payload["what"] == "file":
                return files.pop(payload["id"], None) == "closed"
            if payload["what"] == "case":
                row = cases.pop(payload["id"], None)
                return row is not None and row["stage"] == "archived"
            return payload["what"] == "person"
        if kind == "act":
            return self.act(entry["actor"], payload, entry["at"])
        if kind == "rule_set":
            return self.rule_set(entry["actor"], payload, entry["at"])
        if kind == "fell_back":
            row = self.rows["proceedings"].get(payload["proceeding"])
            if row is None:
                return False
            follows = row["step"] == payload["from"]
            row.update(step=payload["to"], version=payload["version"], suspended=payload["suspended"])
            if "single" in payload:
                row["single"] = payload["single"]
            return self.void(payload["voids"]) and follows
        if kind == "standing":
            follows = files.get(payload["file"]) == payload["from"]
            files[payload["file"]] = payload["to"]
            return follows
        if kind == "stage":
            row = cases.get(payload["case"])
            cases[payload["case"]] = dict(
                neverSecret=payload["neverSecret"], outcome=payload["outcome"], stage=payload["to"])
            return row is not None and row["stage"] == payload["from"]
        return kind in ("work", "refusal", "imported", "account", "statement", "passkey", "reset")

    def rule_set(self, actor, payload, at):
        rules, version, work = self.rows["rules"], str(payload["version"]), payload["work"]
        by = actor["id"] if text(actor.get("id")) else ""
        honest = sha256(canonical(payload["body"])).hex() == payload["sha256"]
        waiting = [v for v, r in rules.items() if not is_confirmed(v, r) and r["withdrawnBy"] is None]
        if work == "propose_rule_set":
            follows = payload["version"] == max(map(int, rules)) + 1 and not waiting
            rules[version] = {"body": payload["sha256"], "confirmedBy": None, "from": payload["from"],
                              "proposedBy": by, "withdrawnBy": None}
            return follows and honest
        row = rules.get(version)
        if row is None:
            return False
        follows = version in waiting and honest and row["body"] == payload["sha256"]
        if work == "withdraw_rule_set":
            row["withdrawnBy"] = by
            return follows
        if work != "confirm_rule_set":
            return False
        earliest = max([at, row["from"]] + [r["from"] for v, r in rules.items() if is_confirmed(v, r)])
        follows = follows and row["proposedBy"] != by and payload["from"] >= earliest
        row.update(confirmedBy=by, **{"from": payload["from"]})
        return follows

    def judged(self, version, at):
        """Whether something could be judged by this version of the rules at that time."""
        rules = self.rows["rules"]
        row = rules.get(str(version))
        if row is None or not is_confirmed(str(version), row) or row["from"] > at:
            return False
        newer = [r["from"] for v, r in rules.items() if int(v) > version and is_confirmed(v, r)]
        return all(read_at(at) - read_at(start) <= LONGEST_ACT for start in newer)

    def act(self, actor, payload, at):
        proceedings, signatures, decisions = (self.rows[n] for n in ("proceedings", "signatures", "decisions"))
        name, subject = payload["proceeding"], subject_of(payload["subject"])
        row = proceedings.get(name)
        follows = row is None or row["step"] == payload["from"] and row["version"] <= payload["version"]
        proceedings[name] = dict(
            {part: payload[part] for part in ("deferred", "of", "round", "single", "version")},
            step=payload["to"], subject=subject, suspended=row and row["suspended"])
        follows = self.void(payload["voids"]) and follows
        signature, decision = payload["signature"], payload["decision"]
        follows = follows and all(self.judged(one["rules"], at) for one in (signature, decision) if one)
        if signature:
            follows = follows and signature["id"] not in signatures
            signatures[signature["id"]] = dict(
                {part: signature[part] for part in ("answer", "dossier", "outcome", "question", "slot")},
                account=actor["id"] if text(actor.get("id")) else "", proceeding=name, void=None)
        if decision:
            follows = follows and decision["id"] not in decisions
            decisions[decision["id"]] = dict(
                outcome=decision["outcome"], proceeding=name, result=decision["result"], subject=subject)
        return follows


COOLING = 72 * 3600 * 1000  # how long nobody signs after a reset, in milliseconds
AGAINST = ("disagree", "keep", "refuse", "confirm_unfavourable")


def same(a, b):
    """Whether two values are the same text, number, boolean or null."""
    return type(a) is type(b) and type(a) not in (dict, list) and a == b


class Signing:
    """Who can sign with what, and whether every signature of a passkey was made with it."""

    def __init__(self):
        self.keys, self.bound, self.resets, self.cooling, self.open, self.used = {}, set(), {}, {}, {}, set()

    def take(self, entry, before):
        """Whether this entry signs, or changes what is signed with, as that can be. `before`: proceedings until then."""
        payload, actor = entry["payload"], entry["actor"].get("id")
        kind = payload["kind"]
        if kind == "passkey":
            return self.added(payload, actor) if payload["what"] == "added" else self.removed(payload, actor)
        if kind == "reset":
            return self.reset(payload, actor, read_at(entry["at"]))
        if kind == "statement":
            return self.statement(payload, actor)
        if kind == "act" and payload["signature"]:
            return self.signature(payload, actor if text(actor) else "", read_at(entry["at"]), before)
        return True

    def added(self, payload, actor):
        account, live = payload["account"], self.keys.get(payload["account"], {})
        passkey = {name: payload[name] for name in ("credential", "key", "site")}
        try:
            read_passkey(passkey["key"] or "")
        except (ValueError, IndexError):
            return False
        if not same(actor, account) or not passkey["site"] or passkey["credential"] in live:
            return False
        if live:
            said = payload["assertion"]
            by = live.get(said["credential"]) if said else None
            added = canonical(dict(passkey, account=account, adds="passkey"))
            if not by or not asserts(said, by, sha256(added).hex()):
                return False
        elif account in self.bound:
            return False
        self.keys.setdefault(account, {})[passkey["credential"]] = passkey
        self.bound.add(account)
        return True

    def removed(self, payload, actor):
        live = self.keys.get(payload["account"], {})
        if not same(actor, payload["account"]) or payload["credential"] not in live or len(live) == 1:
            return False
        del live[payload["credential"]]
        return True

    def reset(self, payload, actor, at):
        held, account = self.resets.get(payload["reset"]), payload["account"]
        if payload["what"] == "proposed":
            self.resets[payload["reset"]] = {"account": account, "by": actor, "done": False}
            return held is None
        if not held or held["done"] or held["account"] != account:
            return False
        held["done"] = True
        if payload["what"] == "withdrawn":
            return True
        if same(actor, held["by"]) or same(actor, account):
            return False
        self.keys.pop(account, None)
        self.bound.discard(account)
        self.cooling[account] = at + COOLING
        return True

    def statement(self, payload, actor):
        signed, said = payload["signed"], payload["assertion"]
        digest = sha256(canonical(signed)).hex()
        key = self.keys.get(signed["signer"], {}).get(said["credential"])
        if (digest != payload["hash"] or not same(signed["signer"], actor) or not key or digest in self.used
                or payload["statement"] in self.open or not asserts(said, key, digest)):
            return False
        self.used.add(digest)
        requests = {one["proceeding"]: one for one in signed["requests"] if text(one.get("proceeding"))}
        self.open[payload["statement"]] = {
            "signer": signed["signer"], "hash": digest, "rules": signed["rules"], "requests": requests}
        return True

    def signature(self, payload, signer, at, before):
        signature = payload["signature"]
        said = signature.get("statement")
        said = said if type(said) is dict else {}
        if at < self.cooling.get(signer, 0):
            return False
        if said.get("method") != "passkey":
            return not self.keys.get(signer)
        opened = self.open.get(said["id"]) if text(said.get("id")) else None
        request = opened and opened["requests"].pop(payload["proceeding"], None)
        if request is None:
            return False
        if not opened["requests"]:
            del self.open[said["id"]]
        row = before.get(payload["proceeding"])
        return (opened["signer"] == signer and same(opened["hash"], said.get("hash"))
                and same(opened["rules"], signature.get("rules"))
                and covers(request, payload, signature, row and row["version"]))


def covers(request, payload, signature, version):
    """Whether somebody asked for exactly this: act, edition, dossier, outcome, reason and basis."""
    reason, told = request.get("reason"), payload.get("reason")
    reason, told = (value.get("text") if type(value) is dict else None for value in (reason, told))
    against = request.get("act") in AGAINST or request.get("outcome") == "refused"
    decision, basis = payload["decision"], request.get("basis")
    return (same(request.get("act"), payload.get("act")) and same(request.get("version"), version)
            and same(request.get("dossierHash"), signature["dossier"])
            and (signature["outcome"] is None or same(signature["outcome"], request.get("outcome")))
            and same(signature["answer"], "against" if against else "for") and same(reason, told)
            and (decision is None or same(decision.get("basis"), payload.get("article") if basis is None else basis)))


# --- The check of a bundle -------------------------------------------------------------------------------------------

Claim = namedtuple("Claim", "size kept root proves time")  # sorted by size; of one size, those of the bundle first


class Check:
    """The check of one bundle. `take` wants its lines in turn, `finish` comes after the last."""

    def __init__(self, keys, kept, now):
        self.keys, self.now, self.faults, self.kept = keys, now, [], {}
        self.first_bad = self.first_late = None
        self.lines, self.header, self.digest, self.started, self.ended = 0, None, hashlib.sha256(), False, False
        self.checkpoints, self.newest_checkpoint = 0, -1
        self.tree, self.tables, self.signing = Tree(), Tables(), Signing()
        self.rows, self.last_row, self.state_fault, self.founding_shown = 0, None, False, False
        # The claims; how many of them are compared; the size of the last that agreed; who made those that did not
        # agree (True: kept from before), and those that agreed at the size at hand.
        self.claims = [Claim(c.size, True, c.root, True, c.time) for c in kept]
        self.compared, self.agreed, self.failed, self.here, self.forked = 0, 0, set(), (0, set()), False
        self.proven, self.proven_at, self.latest = None, None, None
        self.unproven = self.newest = None  # the earliest entry after what is proven (index, time); the newest time

    def fault(self, code, index=None):
        self.kept[code] = self.kept.get(code, 0) + 1
        if self.kept[code] <= MAX_FAULTS:
            self.faults.append({"code": code, "index": index})
        if index is not None and code != "late":
            self.first_bad = index if self.first_bad is None else min(self.first_bad, index)

    def take(self, data):
        """One line of the bundle with its line break. What it is follows from its place alone."""
        self.lines += 1
        try:
            value = read_canonical(data[:-1]) if data.endswith(b"\n") else None
        except ValueError:
            value = None
        value = value if type(value) is dict else {}
        if self.lines == 1:
            self.take_header(value)
        elif not self.header:
            return  # nothing can be read without a header
        elif self.ended:
            self.fault("line")
        elif self.checkpoints < self.header["checkpoints"]:
            self.take_checkpoint(value)
        elif self.tree.size < self.header["entries"]:
            self.start_tree()
            self.take_entry(value)
        elif set(value) == {"sha256"} and text(value["sha256"]):
            self.ended = True
            if value["sha256"] != self.digest.hexdigest():
                self.fault("digest")
        else:
            self.take_row(value)
        self.digest.update(data)

    def take_header(self, value):
        fits = (set(value) == {"aqtalu", "checkpoints", "entries", "kind", "origin"}
                and value["aqtalu"] == "history 1" and value["kind"] in ("full", "pseudonymous")
                and is_size(value["checkpoints"]) and is_size(value["entries"]) and text(value["origin"]))
        if not fits or value["origin"] != self.keys.log.name:
            self.fault("line")
        if fits:
            self.header = value

    def take_checkpoint(self, value):
        self.checkpoints += 1
        if set(value) != {"checkpoint"} or not text(value["checkpoint"]):
            return self.fault("line")
        try:
            found = read_checkpoint(value["checkpoint"], self.keys)
        except ValueError:
            return self.fault("checkpoint")
        if not found.clean or not found.signed or found.size <= self.newest_checkpoint:
            self.fault("checkpoint")
        self.newest_checkpoint = found.size
        if found.signed:
            self.claims.append(Claim(found.size, False, found.root, found.time is not None, found.time))

    def take_entry(self, value):
        index, entry, full = self.tree.size, value.get("entry"), self.header["kind"] == "full"
        salted = full and entry is not None and not text(entry)
        try:
            leaf = from_base64(value.get("leaf"), 32)
            salt = from_base64(value.get("salt"), 32) if salted else None
        except ValueError:
            leaf = salt = None
        names = {"entry", "index", "leaf"} | ({"salt"} if salted else set())
        if leaf is None or set(value) != names or type(value["index"]) not in (int, float):
            self.fault("line", index)
            leaf = bytes(32)  # a leaf that no entry gives
        else:
            self.judge_entry(index, value["index"], entry, salt, leaf)
        self.tree.add(leaf)
        self.compare_claims()

    def judge_entry(self, index, number, entry, salt, leaf):
        if entry is None or number != index:
            self.fault("missing", index)
        if entry is None:
            return None
        if not is_entry(entry, self.header["kind"]):
            return self.fault("entry", index)
        if sha256(b"\x00" + canonical(open_part(entry, salt) if salt else entry)) != leaf:
            return self.fault("leaf", index)
        # Without names and reasons a statement cannot be read, nor what was signed be compared with it.
        if self.header["kind"] == "full" and not self.signing.take(entry, self.tables.rows["proceedings"]):
            self.fault("signature", index)
        if not self.tables.fold(entry):
            self.fault("order", index)
        at = read_at(entry["at"])
        if self.proven_at is not None and (entry["sample"] or self.proven_at * 1000 - at > BACKDATED):
            self.fault("time", index)
        if self.unproven is None or at < self.unproven[1]:
            self.unproven = (index, at)
        if not entry["sample"]:
            self.newest = at if self.newest is None else max(self.newest, at)

    def start_tree(self):
        """All claims are known before the first entry."""
        if not self.started:
            self.started = True
            self.claims.sort(key=lambda claim: claim[:2])
            self.compare_claims()

    def compare_claims(self):
        """Compares the claims that have as many leaves as there are entries so far."""
        while self.compared < len(self.claims) and self.claims[self.compared].size == self.tree.size:
            claim = self.claims[self.compared]
            self.compared += 1
            if self.here[0] != claim.size:
                self.here = (claim.size, set())
            if claim.root == self.tree.root():
                if not self.failed:
                    self.agreed = claim.size
                    if claim.time is not None:
                        self.latest = claim.time if self.latest is None else max(self.latest, claim.time)
                    if claim.proves:
                        self.proven, self.proven_at, self.unproven = claim.size, self.latest, None
                self.here[1].add(claim.kept)
                fork = (not claim.kept) in self.failed
            else:
                if not self.failed:
                    self.fault("root", self.agreed)
                self.failed.add(claim.kept)
                fork = (not claim.kept) in self.here[1]
            if fork and not self.forked:
                self.forked = True
                self.fault("fork", self.agreed)

    def take_row(self, value):
        if set(value) != {"id", "is", "of"} or not text(value["id"]) or not text(value["of"]):
            return self.fault("line")
        row, table = (units(value["of"]), units(value["id"])), self.tables.rows.get(value["of"], {})
        self.rows += 1
        self.founding_shown = self.founding_shown or (value["of"], value["id"]) == ("rules", "1")
        if (self.last_row is not None and row <= self.last_row or value["id"] not in table
                or canonical(table[value["id"]]) != canonical(value["is"])):
            self.state_fault = True
        self.last_row = row

    def finish(self):
        entries = self.tree.size
        if self.lines == 0:
            self.fault("line")
        if not self.header:
            return
        if not self.ended:
            self.fault("digest")
        self.start_tree()
        if self.compared < len(self.claims) and not self.failed:
            self.fault("shorter", entries)
        if self.checkpoints < self.header["checkpoints"] or entries < self.header["entries"]:
            self.fault("line")
        # Where no entry speaks of rules the founding version may be left out: it was, before rules were entered.
        silent = len(self.tables.rows["rules"]) == 1 and not self.founding_shown
        if self.state_fault or self.rows != sum(map(len, self.tables.rows.values())) - silent:
            self.fault("state")
        times = [self.newest, None if self.proven_at is None else self.proven_at * 1000]
        times = [time for time in times if time is not None] if self.now is None else [self.now * 1000]
        if self.unproven and times and max(times) - self.unproven[1] > OVERDUE:
            self.first_late = self.unproven[0]
            self.fault("late", self.first_late)

    def verdict(self):
        return {
            "kind": self.header["kind"] if self.header else None, "entries": self.tree.size,
            "proven": self.proven or 0, "provenAt": self.proven_at,
            "firstBadIndex": self.first_late if self.first_bad is None else self.first_bad, "faults": self.faults,
        }


MEANINGS = {
    "line": "a line is not in canonical form, has another shape or stands in the wrong place, or the header is wrong",
    "digest": "the end is missing, or its digest is another",
    "missing": "the entry is missing, or numbered otherwise",
    "entry": "what stands here is not an entry",
    "leaf": "the entry is not the one that the log holds",
    "signature": "the signature, passkey or reset could not be given so",
    "order": "the entry cannot follow those before it",
    "time": "the entry is dated before what was proven already",
    "checkpoint": "a checkpoint is not in order, or under a line that is false or unknown",
    "root": "the entries after this many are not those that the log has signed",
    "fork": "the log has signed two histories; they part after this many entries",
    "shorter": "there are fewer entries than the log has signed",
    "late": "the entry is not proven though there was time",
    "state": "the tables are not what the entries say",
    "statement": "the statement is not the one that was signed",
}


def check_receipt(data, keys):
    """The verdict over a receipt: one line with its line break."""
    faults, index, head, fault = [], None, None, lambda code: faults.append({"code": code, "index": index})
    try:
        value = read_canonical(data[:-1]) if data.endswith(b"\n") else None
        names = {"aqtalu", "checkpoint", "entry", "index", "proof", "salt", "statement"}
        if type(value) is not dict or set(value) - {"passkey"} != names or value["aqtalu"] != "receipt 1":
            raise ValueError("not a receipt")
        if not text(value["checkpoint"]) or type(value["index"]) is not int or type(value["proof"]) is not list:
            raise ValueError("not a receipt")
        salt, proof = from_base64(value["salt"], 32), [from_base64(one, 32) for one in value["proof"]]
        passkey = value.get("passkey")
        held = having(assertion=ASSERTION, key=text, site=text)
        if passkey is not None and not (held(passkey) and set(passkey) == {"assertion", "key", "site"}):
            raise ValueError("not a receipt")
    except ValueError:
        fault("line")
        return {"kind": "receipt", "entries": 0, "proven": 0, "provenAt": None, "firstBadIndex": None, "faults": faults}
    index, entry = value["index"], value["entry"]
    try:
        head = read_checkpoint(value["checkpoint"], keys)
    except ValueError:
        pass
    if not head or not head.signed or not head.clean:
        fault("checkpoint")
    if head and head.signed and head.time is None:
        fault("late")
    leaf = bytes(32)
    if entry is None:
        fault("missing")
    elif not is_entry(entry, "full"):
        fault("entry")
    else:
        leaf = sha256(b"\x00" + canonical(open_part(entry, salt)))
        signed = entry["payload"].get("signature") if entry["payload"]["kind"] == "act" else None
        said = signed.get("statement") if type(signed) is dict else None
        wanted = said.get("hash") if type(said) is dict else None
        if value["statement"] is not None and sha256(canonical(value["statement"])).hex() != wanted:
            fault("statement")
        elif passkey is not None and not (
                type(said) is dict and said.get("method") == "passkey" and type(wanted) is str
                and re.fullmatch("[0-9a-f]{64}", wanted)
                and asserts(passkey["assertion"], dict(passkey, credential=passkey["assertion"]["credential"]), wanted)):
            fault("signature")
    if head and not proves_inclusion(index, head.size, leaf, head.root, proof):
        fault("root")
    size, clean = head.size if head else 0, not faults
    return {"kind": "receipt", "entries": size, "proven": size if clean else 0,
            "provenAt": head.time if clean else None, "firstBadIndex": None if clean else index, "faults": faults,
            "says": in_receipt(entry, value["statement"]) if clean else []}


def in_receipt(entry, statement):
    """What a genuine receipt says, to be held against what is printed on it."""
    payload, actor = entry["payload"], entry["actor"]
    signed = payload.get("signature") or {}
    what = [payload.get("act", payload["kind"]), payload.get("article"), signed.get("answer"), signed.get("outcome")]
    lines = ["It says: %s, %s (%s): %s." % (entry["at"], actor.get("name"), actor.get("role"),
                                            ", ".join(str(one) for one in what if one))]
    if type(statement) is dict and text(statement.get("text")):
        lines.append("Signed was: %s" % statement["text"])
    return ["".join(sign if sign == "\n" or sign.isprintable() else " " for sign in line) for line in lines]


def check_consistency(data, keys):
    """The verdict over the proof between two heads: one line with its line break."""
    faults, heads, fault = [], [None, None], lambda code: faults.append({"code": code, "index": None})
    try:
        value = read_canonical(data[:-1]) if data.endswith(b"\n") else None
        if type(value) is not dict or set(value) != {"aqtalu", "newer", "older", "proof"}:
            raise ValueError("not a proof")
        if value["aqtalu"] != "consistency 1" or not text(value["newer"]) or not text(value["older"]):
            raise ValueError("not a proof")
        if type(value["proof"]) is not list:
            raise ValueError("not a proof")
        proof = [from_base64(one, 32) for one in value["proof"]]
    except ValueError:
        fault("line")
    else:
        for at, name in enumerate(("older", "newer")):
            try:
                heads[at] = read_checkpoint(value[name], keys)
            except ValueError:
                pass
        if not all(head and head.signed and head.clean for head in heads):
            fault("checkpoint")
        older, newer = heads
        if older and newer and not proves_consistency(older.size, newer.size, older.root, newer.root, proof):
            fault("root")
    newer, clean = heads[1], not faults
    size = newer.size if newer else 0
    return {"kind": "consistency", "entries": size, "proven": size if clean else 0,
            "provenAt": newer.time if clean else None, "firstBadIndex": None, "faults": faults}


SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"  # RFC 9285


def inflated(data, most):
    """What zlib packed, whole and nothing after it; ValueError for anything else."""
    unpack = zlib.decompressobj()
    try:
        out = unpack.decompress(data, most)
    except zlib.error:
        raise ValueError("not packed by zlib") from None
    if not unpack.eof:
        raise ValueError("too long, or cut off")
    return out


def in_code(data):
    """The receipt in the text of a QR code."""
    packed = re.fullmatch(r"AQTALU1:(.+):\r?\n?", data.decode("utf-8"))
    if not packed:
        raise ValueError("not a code")
    out = bytearray()
    for at in range(0, len(packed[1]), 3):
        digits = [SIGNS.index(sign) for sign in packed[1][at:at + 3]]
        number = sum(digit * 45 ** place for place, digit in enumerate(digits))
        if len(digits) == 1:
            raise ValueError("a sign alone")
        out += number.to_bytes(len(digits) - 1, "big")
    return inflated(bytes(out), 1 << 20) + b"\n"


def in_pdf(data):
    """The one file attached to a PDF, where its stream stands on its own."""
    found = list(re.finditer(rb"(?s)/Type /EmbeddedFile\b.{0,600}?/Length (\d+)(.{0,60}?)\bstream\r?\n", data))
    if len(found) != 1 or data.count(b"/EmbeddedFile\n") != 1:
        raise ValueError("not one attached file")
    stream = data[found[0].end():found[0].end() + int(found[0][1])]
    return inflated(stream, 1 << 24) if b"/FlateDecode" in found[0][2] else stream


CARRIERS = {b"AQTALU1:": in_code, b"%PDF-": in_pdf}


def carried(data):
    """The receipt in what carries it; what carries none is none."""
    for mark, take in CARRIERS.items():
        if data.startswith(mark):
            try:
                return take(data)
            except (ValueError, OverflowError):
                return b""
    return data


def in_utc(seconds):
    try:
        return (EPOCH + datetime.timedelta(seconds=seconds)).isoformat() + "Z"
    except OverflowError:  # after the year 9999
        return "%d s after 1970" % seconds


def in_words(verdict):
    """The verdict for a reader."""
    if verdict["kind"] == "receipt" and not verdict["faults"]:
        lines = ["The receipt is genuine: the entry stands in the history, as of %s." % in_utc(verdict["provenAt"])]
        return "\n".join(lines + verdict["says"])
    if verdict["kind"] == "consistency" and not verdict["faults"]:
        when = "" if verdict["provenAt"] is None else ", witnessed %s" % in_utc(verdict["provenAt"])
        return "The later head goes on from the earlier one; it has %d entries%s." % (verdict["entries"], when)
    lines = ["The bundle (%s) has %d entries." % (verdict["kind"] or "of unknown kind", verdict["entries"])]
    if verdict["proven"]:
        when = verdict["provenAt"]
        when = "" if when is None else ", witnessed %s" % in_utc(when)
        lines.append("Proven: the first %d%s." % (verdict["proven"], when))
    if verdict["proven"] < verdict["entries"]:
        lines.append("From index %d on nothing is proven." % verdict["proven"])
    for fault in verdict["faults"]:
        where = "" if fault["index"] is None else " at %d" % fault["index"]
        lines.append("Fault %s%s: %s." % (fault["code"], where, MEANINGS[fault["code"]]))
    if verdict["firstBadIndex"] is not None:
        lines.append("The first bad index is %d." % verdict["firstBadIndex"])
    lines.append("There are faults." if verdict["faults"] else "There are no faults.")
    return "\n".join(lines)


def read_kept(path, keys):
    """A checkpoint kept from before."""
    try:
        with open(path, "rb") as file:
            kept = read_checkpoint(file.read().decode("utf-8"), keys)
    except ValueError:
        raise Unfit("This is no checkpoint: %s" % path) from None
    if not kept.signed:
        raise Unfit("This checkpoint is not signed by the log: %s" % path)
    return kept


class Arguments(argparse.ArgumentParser):
    def error(self, message):
        raise Unfit("The arguments cannot be used: %s." % message)


def main(arguments):
    parser = Arguments(description="Checks a bundle of the history, a receipt, or Merkle proofs.")
    parser.add_argument("bundle", nargs="?")
    parser.add_argument("--key", action="append", default=[])
    parser.add_argument("--checkpoint", action="append", default=[])
    parser.add_argument("--now", type=int, help="the time of the check, in seconds since 1970")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--proofs", action="store_true")
    try:
        asked = parser.parse_args(arguments)
        if asked.proofs:
            for line in sys.stdin.buffer:
                print("true" if proof_holds(line) else "false", flush=True)
            return 0
        if asked.bundle is None:
            raise Unfit("No bundle is given.")
        keys = Keys(asked.key)
        check = Check(keys, [read_kept(path, keys) for path in asked.checkpoint], asked.now)
        with open(asked.bundle, "rb") as lines:
            start = lines.read(26)
            if start.startswith((b'{"aqtalu":"receipt 1",', *CARRIERS)):
                lines.seek(0)
                verdict = check_receipt(carried(lines.read()), keys)
            elif start == b'{"aqtalu":"consistency 1",':
                lines.seek(0)
                verdict = check_consistency(lines.read(), keys)
            else:
                lines.seek(0)
                for line in lines:
                    check.take(line)
                check.finish()
                verdict = check.verdict()
    except (Unfit, OSError) as reason:
        print(reason if isinstance(reason, Unfit) else "A file cannot be read: %s." % reason, file=sys.stderr)
        return 2
    print(json.dumps(verdict) if asked.json else in_words(verdict))
    return 1 if verdict["faults"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
