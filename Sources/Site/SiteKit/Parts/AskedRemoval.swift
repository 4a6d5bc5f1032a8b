package import HTML
import Localisation

extension Visit {
    /// Taking somebody or something away, asked once more with what follows from it. Folded, so that it works without script.
    package func removal(of name: String, _ path: String, _ consequence: String) -> HTML {
        """
        <details class="ask"><summary class="btn small danger">\(t("Remove"))<span class="visually-hidden"> \(name)</span></summary>
        <form method="post" action="\(action(path))" data-once><p>\(consequence)</p>
        <button class="btn small danger">\(t("Yes, remove {name}", ["name": name]))</button></form></details>
        """
    }
}
