package org.posescope.infer;

import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.posescope.error.Cleanup;
import org.posescope.infer.memory.NativeHeap;
import org.posescope.model.ModelFile;
import org.posescope.model.NetworkRuntime;
import org.posescope.tensor.Tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;

/**
 * A network in an engine of the Deep Java Library. Each run has an {@link NDManager} of its own, so that nothing of it stays
 * in native memory; direct inputs are read where they lie, outputs are copied out once.
 */
final class DjlSession implements Session {
    private final Network network;
    private final ParameterStore parameters;
    private boolean closed;

    /**
     * What the engines open in different ways.
     *
     * @param manager   parent of the scopes of the runs
     * @param beforeRun is called on the thread of each run, before it
     * @param release   frees the network; refers to whatever owns it, because a DJL model that nobody refers to closes
     *                  itself with the next garbage collection
     */
    record Network(ModelFile model, int threads, List<TensorInfo> inputs, List<TensorInfo> outputs, Block block,
            NDManager manager, Runnable beforeRun, Runnable release) {}

    DjlSession(Network network) {
        this.network = network;
        this.parameters = new ParameterStore(network.manager(), false);
    }

    @Override
    public NetworkRuntime runtime() {
        return network.model().card().runtime();
    }

    @Override
    public int threads() {
        return network.threads();
    }

    @Override
    public List<TensorInfo> inputs() {
        return network.inputs();
    }

    @Override
    public List<TensorInfo> outputs() {
        return network.outputs();
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> given) {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
        InputCheck.require(network.inputs(), given);
        network.beforeRun().run();
        try (NDManager scope = network.manager().newSubManager()) {
            NDList arguments = new NDList();
            for (TensorInfo input : network.inputs()) {
                arguments.add(array(scope, given.get(input.name()), input.type()));
            }
            return tensors(network.block().forward(parameters, arguments, false));
        } catch (EngineException | UnsupportedOperationException e) {
            throw new InferenceException(LoadFailure.name(runtime()) + " could not run " + network.model().path() + " ("
                    + LoadFailure.reason(e) + ")", e);
        }
    }

    private static NDArray array(NDManager scope, Tensor tensor, ElementType type) {
        Shape shape = new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray());
        if (type == ElementType.FLOAT32) {
            return scope.create(borrowable(tensor.data()), shape, DataType.FLOAT32);
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.multiplyExact(type.bytes(), tensor.size()))
                .order(ByteOrder.nativeOrder());
        type.put(tensor.data(), bytes);
        return scope.create(bytes, shape, DataType.valueOf(type.name()));
    }

    /** The same memory as bytes where it is direct, because that is what engines take without a copy. */
    private static Buffer borrowable(FloatBuffer data) {
        boolean direct = data.isDirect() && data.order() == ByteOrder.nativeOrder();
        return direct ? MemorySegment.ofBuffer(data).asByteBuffer().order(ByteOrder.nativeOrder()) : data;
    }

    private static Map<String, Tensor> tensors(NDList results) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (NDArray result : results) {
            String name = result.getName() == null ? "output" + tensors.size() : result.getName();
            int[] shape = Arrays.stream(result.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
            tensors.put(name, switch (result.getDataType()) {
                case FLOAT32 -> Tensor.of(result.toByteBuffer().asFloatBuffer(), shape);
                case FLOAT16 -> Tensor.of(ElementType.ofHalves(result.toByteBuffer().asShortBuffer()), shape);
                case INT64 -> Tensor.of(floats(result.toByteBuffer().asLongBuffer()), shape);
                default -> throw new InferenceException(
                        "output '" + name + "' is " + result.getDataType() + ", not float32, float16 or int64");
            });
        }
        return tensors;
    }

    /** Labels and the like, which are small. */
    private static float[] floats(LongBuffer whole) {
        float[] floats = new float[whole.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = whole.get(i);
        }
        return floats;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Cleanup.all(network.release(), NativeHeap::trim);
        }
    }
}
