/// The words of a language, to see what a compound is made of: only whether a word is in it, so four bytes a place are enough.
///
/// A table of 32-bit marks by hash. Of a million other words about one in three thousand seems known, which costs a needless
/// part of a compound and nothing else; 413,000 words take 4 MiB instead of 40.
package struct WordList: Sendable {
    private let marks: [UInt32]
    private let mask: Int

    package static let empty = WordList(lines: [])

    /// - Parameter lines: words separated by line ends, as Debian's `/usr/share/dict/dutch`. Names and what holds other signs
    ///   than letters are left out.
    package init(lines: [UInt8]) {
        let count = lines.reduce(into: 1) { if $1 == 0x0a { $0 += 1 } }
        var size = 64
        while size < count * 2 { size *= 2 }
        let mask = size - 1
        var marks = [UInt32](repeating: 0, count: size)
        var hash = Hash()
        var length = 0
        var isWord = true
        for byte in lines {
            switch byte {
            case 0x61...0x7a:
                hash.add(byte)
                length += 1
            case 0x0a:
                if isWord, length >= 3 { Self.insert(hash.value, into: &marks, mask) }
                hash = Hash()
                (length, isWord) = (0, true)
            default: isWord = false
            }
        }
        if isWord, length >= 3 { Self.insert(hash.value, into: &marks, mask) }
        self.marks = marks
        self.mask = mask
    }

    package func contains(_ word: ArraySlice<UInt8>) -> Bool {
        var hash = Hash()
        for byte in word { hash.add(byte) }
        let mark = Self.mark(hash.value)
        var place = Int(truncatingIfNeeded: hash.value) & mask
        while marks[place] != 0 {
            if marks[place] == mark { return true }
            place = (place + 1) & mask
        }
        return false
    }

    private static func insert(_ hash: UInt64, into marks: inout [UInt32], _ mask: Int) {
        var place = Int(truncatingIfNeeded: hash) & mask
        while marks[place] != 0 {
            if marks[place] == mark(hash) { return }
            place = (place + 1) & mask
        }
        marks[place] = mark(hash)
    }

    private static func mark(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) | 1 }
}

/// FNV-1a with a last stir, so that the low bits may choose a place.
struct Hash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

    var value: UInt64 {
        let stirred = (state ^ (state >> 32)) &* 0x9e37_79b9_7f4a_7c15
        return stirred ^ (stirred >> 29)
    }
}
