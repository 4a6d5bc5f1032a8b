/// The readable part of an address: `Maatje voor Café 't Huis` → `maatje-voor-cafe-t-huis`. At most 60 characters.
package enum Slug {
    package static func make(_ text: String) -> String {
        let words = Folding.fold(String(text.prefix(200))).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var slug = ""
        for word in words {
            let next = slug.isEmpty ? String(word) : slug + "-" + word
            if next.utf8.count > 60 { break }
            slug = next
        }
        return slug
    }
}
