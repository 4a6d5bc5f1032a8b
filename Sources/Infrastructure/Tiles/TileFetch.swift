import CCurl
import Foundation

/// Asks a service for one picture, by libcurl, on a thread of its own: it waits for the network, and nothing else should.
struct TileFetch: Sendable {
    enum Failure: Error, Equatable {
        /// The service has no such tile.
        case missing
        case refused(status: Int)
        case unreachable(String)
        case tooLarge
    }

    struct Fetched: Sendable {
        let bytes: [UInt8]
        /// How long the service lets it be kept, in seconds; nil when it does not say.
        let keep: Int?
    }

    let userAgent: String
    /// In seconds.
    var connect = 4
    var total = 8

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// What libcurl writes into while it works.
    private final class Answer {
        var bytes: [UInt8] = []
        var keep: Int?
        var isTooLarge = false

        static func from(_ context: UnsafeMutableRawPointer) -> Answer {
            Unmanaged<Answer>.fromOpaque(context).takeUnretainedValue()
        }

        func read(_ header: String) {
            let parts = header.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "cache-control" else { return }
            for part in parts[1].split(separator: ",") {
                let pair = part.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: "=")
                if pair.count == 2, pair[0].lowercased() == "max-age" { keep = Int(pair[1]) }
                if pair.first?.lowercased() == "no-store" { keep = 0 }
            }
        }
    }

    func get(_ address: String) async -> Result<Fetched, Failure> {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: load(address)) }
            thread.name = "tile"
            thread.start()
        }
    }

    private func load(_ address: String) -> Result<Fetched, Failure> {
        guard Self.isReady, let curl = curl_easy_init() else { return .failure(.unreachable("libcurl cannot start")) }
        defer { curl_easy_cleanup(curl) }
        schakel_curl_set_string(curl, CURLOPT_URL, address)
        schakel_curl_set_string(curl, CURLOPT_PROTOCOLS_STR, "http,https")
        schakel_curl_set_string(curl, CURLOPT_USERAGENT, userAgent)
        // A proxy of the environment is the operator's way out; a redirection is nobody's.
        schakel_curl_set_long(curl, CURLOPT_FOLLOWLOCATION, 0)
        schakel_curl_set_long(curl, CURLOPT_NOSIGNAL, 1)
        schakel_curl_set_long(curl, CURLOPT_CONNECTTIMEOUT, connect)
        schakel_curl_set_long(curl, CURLOPT_TIMEOUT, total)
        schakel_curl_set_long(curl, CURLOPT_FAILONERROR, 0)
        let answer = Answer()
        let context = Unmanaged.passUnretained(answer).toOpaque()
        schakel_curl_set_pointer(curl, CURLOPT_WRITEDATA, context)
        schakel_curl_set_callback(curl, CURLOPT_WRITEFUNCTION) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            let answer = Answer.from(context)
            answer.bytes += UnsafeRawBufferPointer(start: buffer, count: size * count)
            answer.isTooLarge = answer.bytes.count > TileImage.mostBytes
            // Anything else than what was given ends the transfer.
            return answer.isTooLarge ? 0 : size * count
        }
        schakel_curl_set_pointer(curl, CURLOPT_HEADERDATA, context)
        schakel_curl_set_callback(curl, CURLOPT_HEADERFUNCTION) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            let line = UnsafeRawBufferPointer(start: buffer, count: size * count)
            Answer.from(context).read(String(decoding: line, as: UTF8.self))
            return size * count
        }
        let code = withExtendedLifetime(answer) { curl_easy_perform(curl) }
        if answer.isTooLarge { return .failure(.tooLarge) }
        guard code == CURLE_OK else { return .failure(.unreachable(String(cString: curl_easy_strerror(code)))) }
        var status = 0
        schakel_curl_get_long(curl, CURLINFO_RESPONSE_CODE, &status)
        switch status {
        case 200: return .success(Fetched(bytes: answer.bytes, keep: answer.keep))
        case 204, 404, 410: return .failure(.missing)
        default: return .failure(.refused(status: status))
        }
    }
}
