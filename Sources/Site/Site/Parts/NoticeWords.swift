import HTML
import SiteKit

/// What a page says after something was done. Each list of notices has a table of these.
struct NoticeWords {
    let kind: NoticeKind
    let words: HTML
    let title: String?

    static func success(_ words: String, title: String? = nil) -> NoticeWords {
        NoticeWords(kind: .success, words: "\(words)", title: title)
    }

    static func info(_ words: String, title: String? = nil) -> NoticeWords {
        NoticeWords(kind: .info, words: "\(words)", title: title)
    }

    static func warning(_ words: String, title: String? = nil) -> NoticeWords {
        NoticeWords(kind: .warning, words: "\(words)", title: title)
    }
}

extension Visit {
    /// What was done just now, in the words of this page; nothing where it knows none.
    func notice<Said: Notice>(_ type: Said.Type, _ words: (Said) -> NoticeWords?) -> HTML {
        guard let words = said(type).flatMap(words) else { return .empty }
        return notice(words.kind, words.words, title: words.title)
    }
}
