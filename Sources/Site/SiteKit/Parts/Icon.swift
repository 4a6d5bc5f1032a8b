package import HTML

extension Visit {
    /// An icon of the sprite; it never stands alone, so it is hidden from screen readers.
    package func icon(_ name: String) -> HTML {
        #"<svg class="icon" aria-hidden="true"><use href="\#(asset("icons.svg"))#i-\#(name)"/></svg>"#
    }
}
