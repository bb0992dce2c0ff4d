package org.posescope.importer.recognition;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.posescope.tensor.MalformedDataException;
import org.posescope.tensor.ReadFailure;
import org.posescope.network.protobuf.ProtoField;
import org.posescope.network.protobuf.ProtoReader;

/** Reads the header of an ONNX file (onnx/onnx.proto; the numbers are the field numbers of that file). Weights are not touched. */
final class OnnxHeaderReader {
    private static final int GRAPH = 7;
    private static final int METADATA = 14;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_TYPE = 4;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_EXTERNAL = 13;
    private static final String CAST = "Cast";

    private final List<Port> inputs = new ArrayList<>();
    private final List<Port> outputs = new ArrayList<>();
    private final Set<String> constants = new HashSet<>();
    private final Map<String, Set<String>> takers = new HashMap<>();
    /** The input of each cast, by its output. */
    private final Map<String, String> casts = new HashMap<>();
    private final Map<String, String> makers = new HashMap<>();
    private final Set<String> operators = new HashSet<>();
    private final Map<String, String> metadata = new HashMap<>();
    private final Set<String> elsewhere = new HashSet<>();

    private OnnxHeaderReader() {}

    /**
     * Reads a file.
     *
     * @throws org.posescope.error.UserException when it cannot be read, is damaged or is no ONNX file
     */
    static FileHeader read(Path file) {
        try (Arena mapping = Arena.ofConfined(); FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new MalformedDataException("it is larger than an ONNX file can be");
            }
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), mapping).asByteBuffer();
            return new OnnxHeaderReader().read(file.getFileName().toString(), bytes);
        } catch (IOException | MalformedDataException e) {
            throw ReadFailure.of(file, e);
        }
    }

    private FileHeader read(String fileName, ByteBuffer bytes) throws MalformedDataException {
        for (ProtoField field : ProtoReader.fields(bytes)) {
            switch (field.number()) {
                case GRAPH -> readGraph(field.message());
                case METADATA -> readEntry(field.message(), metadata);
                default -> {
                }
            }
        }
        if (outputs.isEmpty()) {
            throw new MalformedDataException("it is no ONNX model: it has no graph with outputs");
        }
        List<Port> given = inputs.stream().filter(input -> !constants.contains(input.name())).toList();
        Set<String> first = given.isEmpty() ? Set.of() : takers(given.getFirst().name());
        Map<String, String> last = outputs.stream().map(Port::name).distinct()
                .collect(Collectors.toMap(Function.identity(), this::maker));
        return new FileHeader(fileName, given, outputs, operators, first, last, metadata, elsewhere);
    }

    private void readGraph(List<ProtoField> graph) throws MalformedDataException {
        for (ProtoField field : graph) {
            switch (field.number()) {
                case NODE -> readNode(field.message());
                case INITIALIZER -> readConstant(field.message());
                case INPUT -> inputs.add(port(field.message()));
                case OUTPUT -> outputs.add(port(field.message()));
                default -> {
                }
            }
        }
    }

    private void readNode(List<ProtoField> node) {
        String type = text(node, NODE_TYPE);
        operators.add(type);
        node.stream().filter(field -> field.number() == NODE_INPUT)
                .forEach(field -> takers.computeIfAbsent(field.text(), _ -> new HashSet<>()).add(type));
        node.stream().filter(field -> field.number() == NODE_OUTPUT).forEach(field -> makers.put(field.text(), type));
        if (type.equals(CAST)) {
            casts.put(text(node, NODE_OUTPUT), text(node, NODE_INPUT));
        }
    }

    /** The types of those that take an array. What casts make of it is the same array: half precision begins with one. */
    private Set<String> takers(String array) {
        return takers.entrySet().stream().filter(each -> source(each.getKey()).equals(array))
                .flatMap(each -> each.getValue().stream()).filter(type -> !type.equals(CAST))
                .collect(Collectors.toSet());
    }

    /** The type of the operator that makes an array, likewise; empty without one. */
    private String maker(String array) {
        return makers.getOrDefault(source(array), "");
    }

    /** What an array was before all casts. */
    private String source(String array) {
        String source = array;
        for (int i = 0; i < casts.size() && casts.containsKey(source); i++) {
            source = casts.get(source);
        }
        return source;
    }

    private void readConstant(List<ProtoField> tensor) throws MalformedDataException {
        constants.add(text(tensor, TENSOR_NAME));
        Map<String, String> places = new HashMap<>();
        for (ProtoField field : tensor) {
            if (field.number() == TENSOR_EXTERNAL) {
                readEntry(field.message(), places);
            }
        }
        if (places.containsKey("location")) {
            elsewhere.add(places.get("location"));
        }
    }

    private static void readEntry(List<ProtoField> entry, Map<String, String> into) {
        into.put(text(entry, 1), text(entry, 2));
    }

    /** A ValueInfoProto: its name, the sides in the shape of its tensor type, and the type of its elements. */
    private static Port port(List<ProtoField> value) throws MalformedDataException {
        List<Integer> sides = new ArrayList<>();
        List<ProtoField> tensor = inside(inside(value, 2), 1);
        for (ProtoField dimension : inside(tensor, 2)) {
            sides.add(dimension.message().stream().filter(field -> field.number() == 1 && field.value() > 0).findFirst()
                    .map(field -> Math.toIntExact(field.value())).orElse(Port.ANY));
        }
        int elementType = tensor.stream().filter(field -> field.number() == 1).mapToInt(field -> (int) field.value())
                .findFirst().orElse(Port.FLOAT);
        return new Port(text(value, 1), sides, elementType);
    }

    /** The fields of the message that a message has under a number; none without one. */
    private static List<ProtoField> inside(List<ProtoField> message, int number) throws MalformedDataException {
        for (ProtoField field : message) {
            if (field.number() == number) {
                return field.message();
            }
        }
        return List.of();
    }

    private static String text(List<ProtoField> message, int number) {
        return message.stream().filter(field -> field.number() == number).findFirst().map(ProtoField::text).orElse("");
    }
}
