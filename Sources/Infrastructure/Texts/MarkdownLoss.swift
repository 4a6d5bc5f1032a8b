import CCMark

/// What somebody wrote in a text that `MarkdownDocument` does not show as she means it, so that it can be said.
package enum MarkdownLoss: CaseIterable, Sendable {
    /// Only its words stand there: a page asks nothing of others.
    case picture
    /// Its rows run into one paragraph: CommonMark has none.
    case table

    package static func all(in source: String) -> [MarkdownLoss] { allCases.filter { $0.isIn(source) } }

    private func isIn(_ source: String) -> Bool {
        switch self {
        case .picture: Self.hasPicture(source)
        case .table: Self.hasTable(source)
        }
    }

    private static func hasPicture(_ source: String) -> Bool {
        let document = Array(source.utf8).withUnsafeBytes {
            cmark_parse_document($0.bindMemory(to: CChar.self).baseAddress, $0.count, CMARK_OPT_DEFAULT)
        }
        let walk = cmark_iter_new(document)
        defer {
            cmark_iter_free(walk)
            cmark_node_free(document)
        }
        var event = cmark_iter_next(walk)
        while event != CMARK_EVENT_DONE {
            if cmark_node_get_type(cmark_iter_get_node(walk)) == CMARK_NODE_IMAGE { return true }
            event = cmark_iter_next(walk)
        }
        return source.firstMatch(of: /<img\s/.ignoresCase()) != nil
    }

    /// Two lines after another with cells: between tabs, as Word and Excel copy them, or between bars.
    private static func hasTable(_ source: String) -> Bool {
        let rows = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            let text = line.drop { $0 == " " || $0 == "\t" }
            return text.dropLast().contains("\t") || text.count { $0 == "|" } > 1
        }
        return zip(rows, rows.dropFirst()).contains { $0 && $1 }
    }
}
