package org.posescope.record.live;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A message of Open Sound Control (Wright 2002, "The Open Sound Control 1.0 Specification").
 *
 * @param address   begins with a slash
 * @param arguments texts, whole numbers and floats
 */
record OscMessage(String address, List<Object> arguments) {
    private static final int ALIGNMENT = 4;

    /** @throws IllegalArgumentException when an argument is of another kind */
    OscMessage {
        arguments = List.copyOf(arguments);
        arguments.forEach(OscMessage::tag);
    }

    byte[] encoded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(address, out);
        StringBuilder tags = new StringBuilder(",");
        arguments.forEach(each -> tags.append(tag(each)));
        text(tags.toString(), out);
        for (Object each : arguments) {
            switch (each) {
                case String value -> text(value, out);
                case Integer value -> out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
                default -> out.writeBytes(ByteBuffer.allocate(Float.BYTES).putFloat((Float) each).array());
            }
        }
        return out.toByteArray();
    }

    private static char tag(Object argument) {
        return switch (argument) {
            case String _ -> 's';
            case Integer _ -> 'i';
            case Float _ -> 'f';
            default -> throw new IllegalArgumentException(argument + " is no argument of OSC");
        };
    }

    /** Ends with at least one zero. */
    static void text(String text, ByteArrayOutputStream out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(bytes);
        out.writeBytes(new byte[ALIGNMENT - bytes.length % ALIGNMENT]);
    }
}
