import Testing
import Web

@Suite struct ByteRangeTests {
    @Test(arguments: [
        (String?.none, ByteRange.Asked.whole), ("bytes=0-9", .part(0..<10)), ("bytes=90-", .part(90..<100)),
        ("bytes=0-", .part(0..<50)), ("bytes=-10", .part(90..<100)), ("bytes=-500", .part(0..<50)),
        ("bytes=-60", .part(40..<90)),
        ("bytes=0-9223372036854775807", .part(0..<50)), ("bytes=9223372036854775807-", .unsatisfiable),
        ("bytes=-9223372036854775807", .part(0..<50)),
        ("bytes=95-200", .part(95..<100)), ("bytes=100-", .unsatisfiable), ("bytes=9-3", .unsatisfiable),
        ("bytes=-0", .unsatisfiable), ("bytes=0-1,5-6", .whole), ("lines=0-1", .whole), ("bytes=a-b", .whole),
        ("bytes=", .whole), ("bytes=-", .unsatisfiable), ("bytes=99999999999999999999-", .whole),
    ])
    func whatIsAsked(_ header: String?, _ asked: ByteRange.Asked) {
        #expect(ByteRange.asked(header, size: 100, most: 50) == asked)
    }
}
