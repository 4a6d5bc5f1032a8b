import Foundation
import Logging
import Time

enum LogFormat: String, Sendable { case text, json }

/// One line per event on standard error: words for people, or JSON for collectors.
struct LineLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    let format: LogFormat

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = event.metadata ?? [:]
        if !metadata.isEmpty { all.merge(metadata) { own, _ in own } }
        all["hb.request.id"] = nil
        let time = Self.stamp(Instant.systemNow())
        let line: String
        switch format {
        case .text:
            var words = "\(time) \(event.level) \(event.message)"
            for field in all.sorted(by: { $0.key < $1.key }) { words += " \(field.key)=\(field.value)" }
            line = words + "\n"
        case .json:
            var object = all.mapValues { "\($0)" }
            object["time"] = time
            object["level"] = event.level.rawValue
            object["message"] = event.message.description
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            line = (try? encoder.encode(object)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
        }
        LogSink.standardError.add(line)
    }

    /// As ISO 8601 in UTC, to the second. By arithmetic: a calendar of Foundation costs more than the rest of the line.
    private static func stamp(_ now: Instant) -> String {
        let (seconds, day) = (now.milliseconds / 1000, now.milliseconds / 86_400_000)
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let clock = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(two).joined(separator: ":")
        return "\(CalendarDate(daysSince1970: Int(day)).iso)T\(clock)Z"
    }
}
