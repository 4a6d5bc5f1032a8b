import HTTPTypes
package import Hummingbird
package import NIOCore

/// What a form or a query string sent: names in order, each with one or more values.
///
/// Values are UTF-8 checked, line ends are `\n`, control characters other than line end and tab are removed, and U+0000
/// with them: no screen can show them and no database stores them. What nobody can see and no word needs goes too
/// (`Unseen`).
package struct FormData: Sendable {
    private var values: [String: [String]] = [:]
    /// Everything in the order in which it was sent.
    package private(set) var pairs: [(String, String)] = []
    /// Files by the name of their field: the first of each.
    package private(set) var files: [String: UploadedFile] = [:]

    package init() {}

    package init(pairs: [(String, String)]) {
        for (name, value) in pairs { add(name, value) }
    }

    /// Reads `application/x-www-form-urlencoded`. Throws 400 for broken UTF-8 or percent signs, 413 for more than 1,000 fields.
    package init(urlEncoded bytes: some Collection<UInt8>) throws {
        let pairs = bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true)
        guard pairs.count <= 1000 else { throw HTTPError(.contentTooLarge) }
        for pair in pairs {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decode(parts[0])
            add(name, typed: parts.count > 1 ? try Self.decode(parts[1]) : "")
        }
    }

    mutating func add(_ name: String, typed value: String) { add(name, Self.cleaned(value)) }

    mutating func add(_ name: String, file: UploadedFile) { if files[name] == nil { files[name] = file } }

    /// The same form with one more answer, or another one.
    package func setting(_ name: String, _ value: String) -> FormData {
        var data = FormData(pairs: pairs.filter { $0.0 != name } + [(name, value)])
        data.files = files
        return data
    }

    private mutating func add(_ name: String, _ value: String) {
        values[name, default: []].append(value)
        pairs.append((name, value))
    }

    /// The query of an address. A query that cannot be read counts as no query: a shared link must never fail.
    package init(query: String?) {
        self.init()
        if let query, let parsed = try? FormData(urlEncoded: Array(query.utf8)) { self = parsed }
    }

    package func first(_ name: String) -> String? { values[name]?.first }

    package func all(_ name: String) -> [String] { values[name] ?? [] }

    package func contains(_ name: String) -> Bool { values[name] != nil }

    private static func decode(_ bytes: some Collection<UInt8>) throws -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "+"): out.append(32)
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(hexDigit), let low = iterator.next().flatMap(hexDigit) else {
                    throw HTTPError(.badRequest)
                }
                out.append(high << 4 | low)
            default: out.append(byte)
            }
        }
        guard let text = String(validating: out, as: UTF8.self) else { throw HTTPError(.badRequest) }
        return text
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }

    private static func cleaned(_ value: String) -> String {
        // Signs below U+00A0 that a value may hold are one byte: most values are looked at once and stay.
        guard value.utf8.contains(where: { $0 < 32 || $0 > 126 }) else { return value }
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in value.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\r": scalars.append("\n")
            case "\n": if previous != "\r" { scalars.append("\n") }
            case "\t": scalars.append(scalar)
            default:
                guard scalar.value >= 32, scalar.value != 127, !Unseen.isDropped(scalar, after: scalars.last) else {
                    continue
                }
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}

extension Request {
    /// Reads the body as a form. 413 over `limit` bytes, 415 for another kind of content, 408 when it takes longer than `patience`.
    /// - Parameters:
    ///   - files: how many bytes a form with files may have; nil where none are expected.
    ///   - longest: of a form with files up to this many bytes what was typed is read all the same, and its files are marked as cut.
    package func form(
        limit: Int = 256 * 1024, files: Int? = nil, longest: Int = 0, patience: Duration = .seconds(20)
    ) async throws -> FormData {
        let type = headers[.contentType] ?? "application/x-www-form-urlencoded"
        let data: FormData
        if let files, type.lowercased().hasPrefix("multipart/form-data"),
            let boundary = type.firstMatch(of: /boundary="?([^";]+)"?/)
        {
            let body = try await formBody(kept: files, longest: max(files, longest), patience: patience)
            data = try MultipartForm.read(body.bytes, boundary: String(boundary.output.1), isCut: body.isCut)
        } else if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
            data = try FormData(urlEncoded: try await bodyBytes(limit: limit).readableBytesView)
        } else {
            throw HTTPError(.unsupportedMediaType)
        }
        SentForm.current?.keep(data)
        return data
    }

    /// The body within `limit` bytes and some time: a client that drips may not hold a handler for ever.
    package func bodyBytes(limit: Int, patience: Duration = .seconds(20)) async throws -> ByteBuffer {
        if let length = headers[.contentLength].flatMap(Int.init), length > limit { throw HTTPError(.contentTooLarge) }
        let body = self.body
        return try await within(patience) {
            do { return try await body.collect(upTo: limit) } catch is NIOTooManyBytesError {
                throw HTTPError(.contentTooLarge)
            }
        }
    }

    private func formBody(kept: Int, longest: Int, patience: Duration) async throws -> FormBody {
        if let length = headers[.contentLength].flatMap(Int.init), length > longest {
            throw HTTPError(.contentTooLarge)
        }
        let body = self.body
        return try await within(patience) {
            var form = FormBody(kept: kept, longest: longest)
            for try await chunk in body { try form.add(chunk) }
            return form
        }
    }

    private func within<Read: Sendable>(
        _ patience: Duration, _ read: @escaping @Sendable () async throws -> Read
    ) async throws -> Read {
        SentForm.current?.touch()
        return try await withThrowingTaskGroup(of: Read.self) { group in
            group.addTask {
                do { return try await read() } catch let error as HTTPError { throw error } catch {
                    // A chunk that is none, a client that left in the middle: nothing here is broken.
                    throw HTTPError(.badRequest)
                }
            }
            group.addTask {
                try await Task.sleep(for: patience)
                throw HTTPError(.requestTimeout)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw HTTPError(.badRequest) }
            return first
        }
    }
}
