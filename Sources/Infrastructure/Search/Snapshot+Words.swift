extension Snapshot {
    /// What somebody may be typing: words of the documents that begin so, the most used first, in the form in which texts
    /// mostly write them.
    package func words(beginningWith typed: String, count: Int) -> [String] {
        guard let last = Words.all(in: typed, limit: 40).last, last.utf8.count >= 2 else { return [] }
        let letters = Array(last.utf8)
        var uses: [[UInt8]: Int] = [:]
        for part in parts {
            let vocabulary = part.segment.vocabulary
            for term in vocabulary.range(beginningWith: letters).prefix(2000) {
                let form = Array(vocabulary.form(term))
                guard form.starts(with: letters), form.count > letters.count else { continue }
                uses[form, default: 0] += part.segment.frequency(of: term)
            }
        }
        return uses.sorted {
            ($1.value, $0.key.count, String(decoding: $0.key, as: UTF8.self)) < (
                $0.value, $1.key.count, String(decoding: $1.key, as: UTF8.self)
            )
        }
        .prefix(max(0, count)).map { String(decoding: $0.key, as: UTF8.self) }
    }
}
