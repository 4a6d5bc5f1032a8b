package import HTML
import Localisation

/// A page above the one that is shown.
package struct Crumb {
    let label: String
    let path: String
    let isTheirs: Bool

    /// - Parameter isTheirs: the label is a word of the centre or of an organisation, in their language.
    package init(_ label: String, _ path: String, isTheirs: Bool = false) {
        self.label = label
        self.path = path
        self.isTheirs = isTheirs
    }
}

extension Visit {
    /// The way to a page: the pages above it, each a link, and its own name.
    package func crumbs(_ trail: Crumb..., here: String, isTheirs: Bool = false) -> HTML {
        func language(_ isTheirs: Bool) -> HTML { isTheirs ? theirs : " dir=\"auto\"" }
        return """
            <nav class="crumbs" aria-label="\(t("You are here"))"><ol>\(each: trail, { "<li><a href=\"\(link($0.path))\"\(language($0.isTheirs))>\($0.label)</a></li>" })\
            <li aria-current="page"\(language(isTheirs))>\(here)</li></ol></nav>
            """
    }
}
