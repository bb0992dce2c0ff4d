package org.posescope.record.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads packets of OSC 1.0 from its specification: of each message the address and its arguments. */
final class OscReader {
    private OscReader() {}

    static List<List<Object>> read(byte[] packet) {
        ByteBuffer in = ByteBuffer.wrap(packet);
        List<List<Object>> messages = new ArrayList<>();
        if (packet.length % 4 != 0) {
            throw new IllegalArgumentException(packet.length + " bytes are no packet");
        }
        if (packet[0] != '#') {
            messages.add(message(in));
            return messages;
        }
        if (!text(in).equals("#bundle") || in.getLong() != 1) {
            throw new IllegalArgumentException("no bundle that holds at once");
        }
        while (in.hasRemaining()) {
            byte[] element = new byte[in.getInt()];
            in.get(element);
            messages.addAll(read(element));
        }
        return messages;
    }

    private static List<Object> message(ByteBuffer in) {
        List<Object> message = new ArrayList<>(List.of(text(in)));
        String tags = text(in);
        if (tags.charAt(0) != ',') {
            throw new IllegalArgumentException("no tags");
        }
        for (char tag : tags.substring(1).toCharArray()) {
            message.add(switch (tag) {
                case 's' -> text(in);
                case 'i' -> in.getInt();
                case 'f' -> in.getFloat();
                default -> throw new IllegalArgumentException("tag " + tag);
            });
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("more than the tags say");
        }
        return message;
    }

    private static String text(ByteBuffer in) {
        int start = in.position();
        int end = start;
        while (in.get() != 0) {
            end++;
        }
        in.position(start + (end - start) / 4 * 4 + 4);
        return new String(in.array(), in.arrayOffset() + start, end - start, StandardCharsets.UTF_8);
    }
}
