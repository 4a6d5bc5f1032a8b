/// `{name}` in a message. A brace that does not begin a name of letters, digits and `_` is text.
package enum Placeholders {
    /// The names in a text, for comparing a translation with its id and for checking a centre's own words.
    package static func names(in text: String) -> Set<String> {
        var names: Set<String> = []
        _ = replace(Array(text.utf8)) { name in
            names.insert(String(decoding: name, as: UTF8.self))
            return nil
        }
        return names
    }

    /// A placeholder without a value stays as it is: visible, and no text is lost.
    static func fill(
        _ text: String, _ values: KeyValuePairs<StaticString, String>, count: (number: Int, t: Localiser)? = nil
    ) -> String {
        guard !values.isEmpty || count != nil, text.utf8.contains(UInt8(ascii: "{")) else { return text }
        return String(
            decoding: replace(Array(text.utf8)) { name in
                for (key, value) in values
                where name.elementsEqual(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)) {
                    return value
                }
                guard let count, name.elementsEqual("count".utf8) else { return nil }
                return count.t.number(count.number)
            }, as: UTF8.self)
    }

    static func fill(_ text: String, _ values: [String: String]) -> String {
        String(decoding: replace(Array(text.utf8)) { values[String(decoding: $0, as: UTF8.self)] }, as: UTF8.self)
    }

    private static func replace(_ text: [UInt8], with value: (ArraySlice<UInt8>) -> String?) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 32)
        var position = 0
        while position < text.count {
            if text[position] == UInt8(ascii: "{"), let end = text[position...].firstIndex(of: UInt8(ascii: "}")),
                end > position + 1, text[(position + 1)..<end].allSatisfy(\.isNamePart),
                let value = value(text[(position + 1)..<end])
            {
                result.append(contentsOf: value.utf8)
                position = end + 1
            } else {
                result.append(text[position])
                position += 1
            }
        }
        return result
    }
}

extension UInt8 {
    /// A letter, a digit or `_`, of ASCII.
    var isNamePart: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
