package org.posescope.importer.recognition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model file says of itself, without its weights.
 *
 * @param fileName  of the file, without its folder
 * @param inputs    those that are no constants
 * @param operators the types of all operators
 * @param first     the types of those that take the first input; casts are passed over
 * @param last      the type of the operator that makes each output, by its name, likewise
 * @param metadata  by key, what the exporter wrote
 * @param elsewhere names of the files beside it in which it keeps weights
 */
record FileHeader(String fileName, List<Port> inputs, List<Port> outputs, Set<String> operators,
        Set<String> first, Map<String, String> last, Map<String, String> metadata, Set<String> elsewhere) {
    private static final Set<String> ARITHMETIC = Set.of("Add", "Sub", "Mul", "Div");

    FileHeader {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        operators = Set.copyOf(operators);
        first = Set.copyOf(first);
        last = Map.copyOf(last);
        metadata = Map.copyOf(metadata);
        elsewhere = Set.copyOf(elsewhere);
    }

    Optional<Port> output(String name) {
        return outputs.stream().filter(output -> output.name().equals(name)).findFirst();
    }

    /** The only output, if there is only one. */
    Optional<Port> onlyOutput() {
        return outputs.size() == 1 ? Optional.of(outputs.getFirst()) : Optional.empty();
    }

    Optional<PictureInput> picture() {
        return inputs.stream().findFirst().flatMap(PictureInput::of);
    }

    /** Whether an input or output is of a type, as {@link Port#elementType} tells it. */
    boolean has(int elementType) {
        return Stream.concat(inputs.stream(), outputs.stream()).anyMatch(port -> port.elementType() == elementType);
    }

    /** Whether arithmetic is done to the pixels before the first convolution, so that mean and scale are inside the file. */
    boolean shiftsPixels() {
        return !first.contains("Conv") && ARITHMETIC.stream().anyMatch(first::contains);
    }

    static String described(List<Port> ports) {
        return ports.stream().map(Port::described).collect(Collectors.joining(", "));
    }
}
