import CQREncode
package import HTML

/// A QR code (ISO/IEC 18004) as a drawing in the page, made by libqrencode: no other file, sharp at any size.
package struct QRCode: Sendable, Equatable {
    /// So many modules around it stay white: without them no phone reads it on a coloured or dark ground.
    private static let rim = 4

    /// Modules of one side, with the white around them.
    package let side: Int
    private let path: String

    /// With a quarter of it damaged it can still be read (level Q).
    ///
    /// - Returns: nil for nothing, and for what does not fit: more than 1,663 bytes.
    package init?(_ text: String) {
        guard !text.isEmpty, let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        var path = ""
        for y in 0..<width {
            var x = 0
            while x < width {
                // The lowest bit says whether a module is dark.
                guard code.pointee.data[y * width + x] & 1 == 1 else {
                    x += 1
                    continue
                }
                let begin = x
                while x < width, code.pointee.data[y * width + x] & 1 == 1 { x += 1 }
                path += "M\(begin + Self.rim) \(y + Self.rim)h\(x - begin)v1h-\(x - begin)z"
            }
        }
        side = width + 2 * Self.rim
        self.path = path
    }

    /// - Parameter label: what it leads to, for who does not see it.
    package func svg(label: String) -> HTML {
        """
        <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(label)" shape-rendering="crispEdges">\
        <rect width="\(side)" height="\(side)" fill="#fff"/><path fill="#000" d="\(path)"/></svg>
        """
    }
}
