/// How far two words are apart.
enum Spelling {
    /// Letters to add, leave out, replace, or swap with their neighbour; nil beyond `most`.
    static func steps(_ a: String, _ b: String, most: Int) -> Int? {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        var before: [Int] = []
        var last = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var line = [i + 1]
            for (j, other) in b.enumerated() {
                var steps = min(last[j + 1] + 1, line[j] + 1, last[j] + (letter == other ? 0 : 1))
                if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other { steps = min(steps, before[j - 1] + 1) }
                line.append(steps)
            }
            guard line.contains(where: { $0 <= most }) else { return nil }
            (before, last) = (last, line)
        }
        return last[b.count] <= most ? last[b.count] : nil
    }
}
