import CSnowball

/// The stem of a word by Snowball's rules for one language (libstemmer). Not to be used by two threads at a time.
///
/// Dutch writes *huis* and *huizen*, *brief* and *brieven*: Snowball leaves *huiz* and *briev*, so a last z or v becomes s or f.
package final class Stemmer {
    private let handle: OpaquePointer
    private let isDutch: Bool

    /// - Parameter language: as `TextLanguage` names it.
    package init(_ language: TextLanguage) {
        guard let handle = sb_stemmer_new(language.snowball, "UTF_8") else {
            preconditionFailure("libstemmer knows no \(language.snowball)")
        }
        self.handle = handle
        isDutch = language == .dutch
    }

    deinit { sb_stemmer_delete(handle) }

    /// The stem of what somebody does who is called so: *wandelaar*, *zwemster* and *trainer* to *wandel*, *zwem*, *train*.
    package func relative(_ word: [UInt8]) -> [UInt8]? {
        guard isDutch else { return nil }
        for ending in Self.doers where word.count >= ending.count + 4 && word.suffix(ending.count).elementsEqual(ending)
        {
            var rest = Array(word.dropLast(ending.count))
            if rest[rest.count - 1] == rest[rest.count - 2] { rest.removeLast() }
            return stem(rest + Array("en".utf8))
        }
        return nil
    }

    private static let doers: [[UInt8]] = ["aarsters", "aarster", "aars", "aar", "sters", "ster", "ers", "er"]
        .map { Array($0.utf8) }

    package func stem(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 2 else { return word }
        guard let stemmed = word.withUnsafeBufferPointer({ sb_stemmer_stem(handle, $0.baseAddress, Int32($0.count)) })
        else { return word }
        var stem = Array(UnsafeBufferPointer(start: stemmed, count: Int(sb_stemmer_length(handle))))
        // Not in short words: *lezen* would become *les*.
        if isDutch, stem.count > 3 {
            switch stem[stem.count - 1] {
            case UInt8(ascii: "z"): stem[stem.count - 1] = UInt8(ascii: "s")
            case UInt8(ascii: "v"): stem[stem.count - 1] = UInt8(ascii: "f")
            default: break
            }
        }
        return stem
    }
}

/// The languages whose texts are stemmed.
package enum TextLanguage: UInt8, Sendable, CaseIterable {
    case dutch, english, french, german

    var snowball: String {
        switch self {
        case .dutch: "dutch"
        case .english: "english"
        case .french: "french"
        case .german: "german"
        }
    }
}
