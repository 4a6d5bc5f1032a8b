/// The terms of a segment in the order of their bytes, each with the form in which texts mostly write it.
package struct Vocabulary: Sendable {
    private let text: [UInt8]
    private let starts: [UInt32]
    private let forms: [UInt8]
    private let formStarts: [UInt32]
    /// Which letters a term has, one bit each: most are refused as a typing error by this alone.
    private let letters: [UInt32]

    /// - Parameter terms: in the order of their bytes, none twice; with the form to show.
    init(terms: [(term: [UInt8], form: [UInt8])]) {
        var (text, starts, forms, formStarts) = ([UInt8](), [UInt32(0)], [UInt8](), [UInt32(0)])
        var letters: [UInt32] = []
        starts.reserveCapacity(terms.count + 1)
        formStarts.reserveCapacity(terms.count + 1)
        letters.reserveCapacity(terms.count)
        for (term, form) in terms {
            text += term
            starts.append(UInt32(text.count))
            if form != term { forms += form }
            formStarts.append(UInt32(forms.count))
            letters.append(Self.letters(of: term))
        }
        (self.text, self.starts, self.forms, self.formStarts) = (text, starts, forms, formStarts)
        self.letters = letters
    }

    package var count: Int { letters.count }

    var bytes: Int { text.count + forms.count + starts.count * 8 + letters.count * 4 }

    func term(_ number: Int) -> ArraySlice<UInt8> { text[Int(starts[number])..<Int(starts[number + 1])] }

    func form(_ number: Int) -> ArraySlice<UInt8> {
        let range = Int(formStarts[number])..<Int(formStarts[number + 1])
        return range.isEmpty ? term(number) : forms[range]
    }

    func number(of term: [UInt8]) -> Int? {
        let place = firstPlace(notBefore: term)
        return place < count && self.term(place).elementsEqual(term) ? place : nil
    }

    /// The terms that begin with these letters.
    func range(beginningWith letters: [UInt8]) -> Range<Int> {
        let first = firstPlace(notBefore: letters)
        var last = first
        while last < count, term(last).starts(with: letters) { last += 1 }
        return first..<last
    }

    /// A question looks up dozens of terms: no slice is made for each that it passes.
    private func firstPlace(notBefore term: [UInt8]) -> Int {
        text.withUnsafeBufferPointer { text in
            term.withUnsafeBufferPointer { term in
                var (low, high) = (0, count)
                while low < high {
                    let middle = (low + high) / 2
                    let other = UnsafeBufferPointer(rebasing: text[Int(starts[middle])..<Int(starts[middle + 1])])
                    if other.lexicographicallyPrecedes(term) { low = middle + 1 } else { high = middle }
                }
                return low
            }
        }
    }

    /// The terms nearest to a mistyped word and how many errors lie between, at most `most`.
    func nearest(to word: [UInt8], stem: [UInt8], most: Int) -> (terms: [Int], errors: Int) {
        var (found, best) = ([Int](), most)
        let (wordLetters, stemLetters) = (Self.letters(of: word), Self.letters(of: stem))
        for number in 0..<count {
            // An error changes at most two bits of the set of letters.
            let own = letters[number]
            let nearStem = (own ^ stemLetters).nonzeroBitCount <= 2 * best
            guard nearStem || (own ^ wordLetters).nonzeroBitCount <= 2 * best + 3 else { continue }
            var errors = nearStem ? Typing.errors(between: term(number), and: stem[...], most: best) : best + 1
            if errors > 0 { errors = min(errors, Typing.errors(between: form(number), and: word[...], most: best)) }
            if errors < best { found.removeAll() }
            if errors <= best {
                best = errors
                found.append(number)
            }
        }
        return (found, best)
    }

    private static func letters(of word: some Sequence<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }
}

enum Typing {
    /// How many errors a word of this length may hold and still be understood.
    static func allowed(length: Int) -> Int { length < 4 ? 0 : length < 8 ? 1 : 2 }

    /// Letters added, left out, wrong or swapped between two words; `most + 1` when there are more than `most`.
    static func errors(between a: ArraySlice<UInt8>, and b: ArraySlice<UInt8>, most: Int) -> Int {
        guard abs(a.count - b.count) <= most else { return most + 1 }
        let (a, b) = (Array(a), Array(b))
        var before = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var row = last
        for i in 0..<a.count {
            row[0] = i + 1
            var least = row[0]
            for j in 0..<b.count {
                var value = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { value = min(value, before[j - 1] + 1) }
                row[j + 1] = value
                least = min(least, value)
            }
            if least > most { return most + 1 }
            (before, last, row) = (last, row, before)
        }
        return min(last[b.count], most + 1)
    }
}
