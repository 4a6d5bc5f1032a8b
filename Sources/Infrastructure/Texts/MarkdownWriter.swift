import CCMark
import HTML

/// Writes the nodes of a parsed text as markup.
struct MarkdownWriter {
    typealias Node = OpaquePointer

    let link: (String) -> String
    /// What stands in a link leads where the link does.
    var isInLink = false

    /// Lists in quotations in lists: the walk below goes a step down the stack for each.
    static let deepest = 40

    /// How deep the nodes are nested, found without going down the stack.
    static func depth(_ document: Node?) -> Int {
        let walk = cmark_iter_new(document)
        defer { cmark_iter_free(walk) }
        var (depth, deepest) = (0, 0)
        while true {
            switch cmark_iter_next(walk) {
            case CMARK_EVENT_ENTER:
                // Leaves are entered and never left.
                let isLeaf = [
                    CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE,
                    CMARK_NODE_HTML_INLINE,
                    CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CUSTOM_BLOCK,
                ].contains(cmark_node_get_type(cmark_iter_get_node(walk)))
                if !isLeaf { depth += 1 }
                deepest = max(deepest, depth)
            case CMARK_EVENT_EXIT: depth -= 1
            default: return deepest
            }
        }
    }

    static func children(_ node: Node?) -> [Node] {
        var (nodes, next) = ([Node](), cmark_node_first_child(node))
        while let node = next {
            nodes.append(node)
            next = cmark_node_next(node)
        }
        return nodes
    }

    /// What a node says, without markup.
    static func words(_ node: Node) -> String {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: " "
        case CMARK_NODE_TEXT, CMARK_NODE_CODE: literal(node)
        default: children(node).map(words).joined()
        }
    }

    func block(_ node: Node) -> HTML {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: "<p>\(inlines(node))</p>\n"
        case CMARK_NODE_LIST: list(node)
        case CMARK_NODE_BLOCK_QUOTE: "<blockquote>\(Self.children(node).map(block))</blockquote>\n"
        // A heading within a list or quotation.
        case CMARK_NODE_HEADING: "<p><strong>\(inlines(node))</strong></p>\n"
        case CMARK_NODE_THEMATIC_BREAK: "<hr>\n"
        // Code, and markup that somebody pasted: shown as it was typed.
        default: "<p>\(Self.literal(node))</p>\n"
        }
    }

    private func list(_ node: Node) -> HTML {
        let tight = cmark_node_get_list_tight(node) != 0
        let items = Self.children(node).map { item -> HTML in
            let parts = Self.children(item).map { child -> HTML in
                tight && cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH ? inlines(child) : block(child)
            }
            return "<li>\(parts)</li>\n"
        }
        if cmark_node_get_list_type(node) == CMARK_BULLET_LIST { return "<ul>\n\(items)</ul>\n" }
        let start = Int(cmark_node_get_list_start(node))
        return "<ol\(attribute: "start", start == 1 ? nil : String(start))>\n\(items)</ol>\n"
    }

    func inlines(_ node: Node) -> HTML { "\(Self.children(node).map(inline))" }

    private func inline(_ node: Node) -> HTML {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_SOFTBREAK: "\n"
        case CMARK_NODE_LINEBREAK: "<br>\n"
        case CMARK_NODE_EMPH: "<em>\(inlines(node))</em>"
        case CMARK_NODE_STRONG: "<strong>\(inlines(node))</strong>"
        case CMARK_NODE_LINK: anchor(node)
        case CMARK_NODE_IMAGE: inlines(node)
        case CMARK_NODE_TEXT where !isInLink: TappableText(Self.literal(node)).html
        default: "\(Self.literal(node))"
        }
    }

    private func anchor(_ node: Node) -> HTML {
        let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        let words = MarkdownWriter(link: link, isInLink: true).inlines(node)
        if address.hasPrefix("/"), !address.hasPrefix("//"), !address.contains("\\") {
            return "<a href=\"\(link(address))\">\(words)</a>"
        }
        // As people write them: `www.zon.nl` and `info@zon.nl` are addresses too.
        let typed =
            WebAddress(address) ?? (address.contains("@") ? WebAddress.mail(address) : WebAddress(website: address))
        guard let address = typed else { return inlines(node) }
        return "<a href=\"\(address)\">\(words)</a>"
    }

    private static func literal(_ node: Node) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }
}
