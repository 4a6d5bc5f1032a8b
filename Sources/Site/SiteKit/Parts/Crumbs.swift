package import HTML
import Localisation

extension Visit {
    /// The way to a page: the pages above it, each a link, and its own name.
    package func crumbs(_ trail: (label: String, path: String)..., here: String) -> HTML {
        """
        <nav class="crumbs" aria-label="\(t("You are here"))"><ol>\(each: trail, { "<li><a href=\"\(link($0.path))\" dir=\"auto\">\($0.label)</a></li>" })\
        <li aria-current="page" dir="auto">\(here)</li></ol></nav>
        """
    }
}
