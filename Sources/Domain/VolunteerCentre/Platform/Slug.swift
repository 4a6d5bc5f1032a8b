import Foundation
import Search

/// The readable part of an address: `Maatje voor Café 't Huis` → `maatje-voor-cafe-t-huis`. At most 60 characters.
package enum Slug {
    package static func make(_ text: String) -> String {
        var slug: [UInt8] = []
        var isFull = false
        // A ligature is two letters.
        let text = String(text.prefix(400)).precomposedStringWithCompatibilityMapping
        Words.each(in: text.utf8.prefix(400)) { word in
            let length = slug.isEmpty ? word.count : slug.count + 1 + word.count
            // Letters of other scripts would stand in an address as a row of percent signs.
            if isFull || word.contains(where: { $0 >= 0x80 }) { return }
            isFull = length > 60
            if isFull { return }
            if !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
            slug += word
        }
        return String(decoding: slug, as: UTF8.self)
    }
}
