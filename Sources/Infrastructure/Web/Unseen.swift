/// Signs that nobody sees: fillers of Korean and Braille, soft hyphens and zero-width spaces that copying brings along, marks that turn the direction of a
/// text. They break searches, addresses and postcodes, and let one name look like another. Joiners stay where they make an emoji, or a
/// letter of a script that needs them.
enum Unseen {
    static func isDropped(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0:
            true
        // The zero-width joiner and the signs that choose how a character looks belong to what stands before them.
        case 0x200D, 0xFE00...0xFE0F: !(previous.map { isJoined($0) || needsJoiners($0) } ?? false)
        case 0x200C: !(previous.map(needsJoiners) ?? false)
        case 0xE0000...0xE007F:
            !(previous.map { $0.value == 0x1F3F4 || (0xE0000...0xE007F).contains($0.value) } ?? false)
        default: false
        }
    }

    /// A part of an emoji: a picture, a skin colour, a sign that says to show a picture, a key cap.
    private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFE0F || scalar.properties.isEmoji
    }

    /// Persian, Kurdish and the scripts of India write words with joiners.
    private static func needsJoiners(_ scalar: Unicode.Scalar) -> Bool {
        (0x600...0x8FF).contains(scalar.value) || (0x900...0xDFF).contains(scalar.value)
    }
}
