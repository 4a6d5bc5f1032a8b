import CIdn2

/// Domain names as the mail system writes them: ASCII, other letters in Punycode (IDNA 2008, UTS 46 without transition).
enum DomainName {
    /// - Returns: the name in lower case, or nil for what is none: an empty label, a sign that is no letter, digit or hyphen,
    ///   a hyphen at an end, letters that IDNA does not know, a label of more than 63 bytes.
    static func ascii(_ text: Substring) -> String? {
        // A NUL would end it for the library. A full stop of another script becomes one of ours before it looks at labels.
        guard !text.utf8.contains(0) else { return nil }
        // The library refuses names such as ab--cd, which exist.
        let isASCII = text.utf8.allSatisfy { $0 < 128 }
        guard let name = isASCII ? text.lowercased() : encoded(text) else { return nil }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy { isLabel(Array($0.utf8)) } ? name : nil
    }

    private static func encoded(_ text: Substring) -> String? {
        var result: UnsafeMutablePointer<CChar>?
        // Not the functions ending in "lz": those read the text in the locale of the process.
        let code = idn2_to_ascii_8z(String(text), &result, Int32(IDN2_NONTRANSITIONAL.rawValue))
        defer { idn2_free(result) }
        guard code == IDN2_OK.rawValue, let result else { return nil }
        return String(cString: result).lowercased()
    }

    /// The rules of host names (RFC 1123), of which the library has none that refuses: its own takes such signs out.
    private static func isLabel(_ bytes: [UInt8]) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(bytes.count) && bytes.first != hyphen && bytes.last != hyphen
            && bytes.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen: true
                default: false
                }
            }
    }
}
