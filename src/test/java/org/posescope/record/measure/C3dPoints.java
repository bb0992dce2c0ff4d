package org.posescope.record.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A reader of C3D files from the description of the format, which follows the parameters and not the header. */
record C3dPoints(List<String> labels, String units, float rate, List<List<float[]>> frames) {
    private static final int BLOCK = 512;

    static C3dPoints read(Path file) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (all.get(1) != 0x50 || all.capacity() % BLOCK != 0) {
            throw new IOException("no C3D file");
        }
        int start = (all.get(0) - 1) * BLOCK;
        if (all.get(start + 3) != 84) {
            throw new IOException("not Intel's order");
        }
        Map<Integer, String> groups = new HashMap<>();
        Map<String, ByteBuffer> parameters = new HashMap<>();
        int at = start + 4;
        while (all.get(at) != 0) {
            int letters = Math.abs(all.get(at));
            int group = all.get(at + 1);
            String name = new String(all.array(), at + 2, letters, StandardCharsets.US_ASCII);
            int next = at + 2 + letters + all.getShort(at + 2 + letters);
            if (group < 0) {
                groups.put(-group, name);
            } else {
                int data = at + 2 + letters + 2;
                parameters.put(group + ":" + name, all.slice(data, next - data).order(ByteOrder.LITTLE_ENDIAN));
            }
            at = next;
        }
        int points = groups.entrySet().stream().filter(each -> each.getValue().equals("POINT")).findFirst()
                .orElseThrow()
                .getKey();
        String prefix = points + ":";
        int count = parameters.get(prefix + "USED").getShort(2);
        int frameCount = Short.toUnsignedInt(parameters.get(prefix + "FRAMES").getShort(2));
        if (all.getShort(2) != count || Short.toUnsignedInt(all.getShort(8)) != frameCount
                || all.getShort(16) != parameters.get(prefix + "DATA_START").getShort(2)) {
            throw new IOException("header and parameters say different things");
        }
        all.position((parameters.get(prefix + "DATA_START").getShort(2) - 1) * BLOCK);
        List<List<float[]>> frames = new ArrayList<>();
        for (int frame = 0; frame < frameCount; frame++) {
            List<float[]> of = new ArrayList<>();
            for (int point = 0; point < count; point++) {
                of.add(new float[] {all.getFloat(), all.getFloat(), all.getFloat(), all.getFloat()});
            }
            frames.add(of);
        }
        return new C3dPoints(strings(parameters.get(prefix + "LABELS")),
                strings(parameters.get(prefix + "UNITS")).getFirst(), parameters.get(prefix + "RATE").getFloat(2),
                frames);
    }

    private static List<String> strings(ByteBuffer parameter) {
        int length = Byte.toUnsignedInt(parameter.get(2));
        int count = Byte.toUnsignedInt(parameter.get(3));
        byte[] characters = new byte[length * count];
        parameter.get(4, characters);
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strings.add(new String(Arrays.copyOfRange(characters, i * length, (i + 1) * length),
                    StandardCharsets.US_ASCII).strip());
        }
        return strings;
    }
}
