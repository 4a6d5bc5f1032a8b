/// The part of a file that a player asks for (RFC 9110, 14.2): one range of bytes.
package enum ByteRange {
    package enum Asked: Equatable, Sendable { case whole, part(Range<Int>), unsatisfiable }

    /// - Parameters:
    ///   - header: such as `bytes=0-499`, `bytes=500-` or `bytes=-500`; anything else asks for the whole.
    ///   - size: of the file.
    ///   - most: an open end is cut here, so that one answer stays small; players go on from where it ends.
    package static func asked(_ header: String?, size: Int, most: Int) -> Asked {
        guard let header, header.hasPrefix("bytes="), !header.contains(",") else { return .whole }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return .whole }
        let (first, last) = (Int(ends[0]), Int(ends[1]))
        if ends[0].isEmpty {
            guard let last, last > 0 else { return .unsatisfiable }
            let start = last < size ? size - last : 0
            return .part(start..<min(size, start + most))
        }
        guard let first, ends[1].isEmpty || last != nil else { return .whole }
        guard first >= 0, first < size, last.map({ $0 >= first }) ?? true else { return .unsatisfiable }
        // Not `last + 1` before it is cut: a number at the edge would overflow.
        return .part(first..<min(first + most, last.map { min($0, size - 1) + 1 } ?? size, size))
    }
}
