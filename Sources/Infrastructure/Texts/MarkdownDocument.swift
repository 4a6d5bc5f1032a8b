import CCMark
package import HTML

/// A text with headings, lists, links and emphasis, as administrators write it (CommonMark), made into markup.
///
/// The tree of the library is written out by hand, so that nothing of a text is ever trusted: markup in it stays text,
/// pictures become their words (a page asks nothing of others), and links go to known kinds of addresses only.
package struct MarkdownDocument {
    /// A heading and what stands under it, up to the next heading of the same level or above.
    package struct Section {
        package let level: Int
        /// For addresses within the page; unique in its document.
        package let id: String
        package let heading: HTML
        package let content: HTML
    }

    /// What stands before the first heading.
    package let lead: HTML
    package let sections: [Section]

    /// - Parameter link: makes the address of a path of this site, such as `/vacatures`.
    package init(_ source: String, link: @escaping (String) -> String) {
        var (lead, sections) = (HTML.empty, [Section]())
        // As people write a telephone number; an address with spaces would be none.
        let source = source.replacing(/\]\((\+?[0-9][0-9 \-]{7,17})\)/) { link in
            "](tel:" + link.output.1.filter { $0.isNumber || $0 == "+" } + ")"
        }
        let document = Array(source.utf8).withUnsafeBytes {
            cmark_parse_document($0.bindMemory(to: CChar.self).baseAddress, $0.count, CMARK_OPT_DEFAULT)
        }
        defer { cmark_node_free(document) }
        // An address with a sign that could be emphasis comes in pieces.
        cmark_consolidate_text_nodes(document)
        guard MarkdownWriter.depth(document) <= MarkdownWriter.deepest else {
            // Nobody writes like this: shown as it was typed, rather than walked into the ground.
            self.lead = "<p>\(source)</p>\n"
            self.sections = []
            return
        }
        let writer = MarkdownWriter(link: link)
        // Lists of what is on the page lead to them: an address within would be a link in a link.
        let titles = MarkdownWriter(link: link, isInLink: true)
        var content: HTML?
        var heading: (level: Int, html: HTML, id: String)?
        func close() {
            if let heading {
                sections.append(
                    Section(level: heading.level, id: heading.id, heading: heading.html, content: content ?? .empty))
            } else {
                lead = content ?? .empty
            }
            content = nil
        }
        var ids: Set<String> = []
        for block in MarkdownWriter.children(document) {
            if cmark_node_get_type(block) == CMARK_NODE_HEADING {
                close()
                var id = MarkdownWriter.words(block).lowercased()
                    .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
                while !ids.insert(id).inserted || id.isEmpty { id += "-\(ids.count)" }
                heading = (Int(cmark_node_get_heading_level(block)), titles.inlines(block), id)
            } else {
                content = "\(content ?? .empty)\(writer.block(block))"
            }
        }
        close()
        self.lead = lead
        self.sections = sections
    }

    /// All of it, headings from the second level on: the first is the title of the page.
    package var html: HTML { "\(lead)\(sectionsHTML)" }

    /// The same without what stands before the first heading.
    package var sectionsHTML: HTML {
        var out = HTML.empty
        for section in sections {
            out +=
                section.level <= 2
                ? "<h2 id=\"\(section.id)\">\(section.heading)</h2>\n"
                : "<h3 id=\"\(section.id)\">\(section.heading)</h3>\n"
            out += section.content
        }
        return out
    }
}
