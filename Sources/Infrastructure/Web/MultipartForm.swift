import Glibc
import HTTPTypes
import Hummingbird

/// A file as a form sent it. Its name is what the sender says and decides nothing.
package struct UploadedFile: Sendable {
    package let name: String
    package let bytes: [UInt8]
    /// The form was larger than is kept: of the file some is missing.
    package var isCut = false
}

/// Reads `multipart/form-data` (RFC 7578) from memory: forms here carry one or two small files. Nested multiparts and
/// transfer encodings, which no browser sends, are refused.
enum MultipartForm {
    /// - Throws: 400 for what no browser sends, 413 for more than 1,000 parts.
    static func read(_ bytes: [UInt8], boundary: String, isCut: Bool = false) throws -> FormData {
        guard !boundary.isEmpty, boundary.utf8.count <= 70 else { throw HTTPError(.badRequest) }
        var data = FormData()
        let mark = Array("--\(boundary)".utf8)
        guard bytes.starts(with: mark) else { throw HTTPError(.badRequest) }
        var position = mark.count
        for _ in 0..<1000 {
            if bytes[position...].starts(with: Array("--".utf8)) { return data }
            guard bytes[position...].starts(with: [13, 10]),
                let end = find([13, 10] + mark, in: bytes[...], from: position)
            else { throw HTTPError(.badRequest) }
            try part(bytes[(position + 2)..<max(position + 2, end)], into: &data, isCut)
            position = end + 2 + mark.count
        }
        throw HTTPError(.contentTooLarge)
    }

    private static func part(_ bytes: ArraySlice<UInt8>, into data: inout FormData, _ isCut: Bool) throws {
        guard let end = find([13, 10, 13, 10], in: bytes, from: bytes.startIndex),
            let head = String(validating: bytes[bytes.startIndex..<end], as: UTF8.self)
        else { throw HTTPError(.badRequest) }
        let lines = head.split(separator: "\r\n")
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = value("name", of: disposition)
        else { throw HTTPError(.badRequest) }
        let body = bytes[(end + 4)...]
        if let file = value("filename", of: disposition) {
            // A file field that was left empty comes as a part without a name and without bytes.
            if !file.isEmpty || !body.isEmpty {
                data.add(name, file: UploadedFile(name: file, bytes: isCut ? [] : Array(body), isCut: isCut))
            }
            return
        }
        guard let text = String(validating: body, as: UTF8.self) else { throw HTTPError(.badRequest) }
        data.add(name, typed: text)
    }

    /// `name="…"` of a header line. Browsers write a quote inside as `%22`; a semicolon they leave as it is (`zomer; de tuin.jpg`).
    private static func value(_ name: String, of line: Substring) -> String? {
        var rest = line.drop { $0 != ";" }
        while !rest.isEmpty {
            rest = rest.dropFirst().drop { $0 == " " }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(key.count)
            guard rest.hasPrefix("=\"") else {
                rest = rest.drop { $0 != ";" }
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            guard rest.dropFirst(2 + value.count).hasPrefix("\"") else { return nil }
            if key == name { return String(value).replacing("%22", with: "\"") }
            rest = rest.dropFirst(3 + value.count).drop { $0 != ";" }
        }
        return nil
    }

    /// By the C library's functions, in time that grows with the length alone: a pattern begins with CR and has it nowhere else but in
    /// pairs, so nothing is compared twice.
    private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard bytes.endIndex - start >= pattern.count else { return nil }
        return bytes[start...].withUnsafeBytes { area -> Int? in
            guard let base = area.baseAddress else { return nil }
            var place = 0
            while place + pattern.count <= area.count,
                let found = memchr(base + place, Int32(pattern[0]), area.count - pattern.count + 1 - place)
            {
                place = UnsafeRawPointer(found) - base
                if memcmp(found, pattern, pattern.count) == 0 { return start + place }
                place += 1
            }
            return nil
        }
    }
}
