// Times the plain loop in C++ on the libtorch of the system. Reads "NAME RUNS", answers with seconds.
#include <torch/torch.h>
#include <torch/version.h>

#include <chrono>
#include <functional>
#include <iostream>
#include <map>
#include <string>

namespace
{
constexpr int steps = 4;
constexpr double dt = 0.25;

torch::Tensor loop(torch::nn::Sequential &f, torch::Tensor h)
{
    for (int step = 0; step < steps; ++step)
        h = h.mul(1 - dt).add_(f->forward(h), dt);
    return h;
}
}

int main()
{
    torch::set_num_threads(1);
    std::map<std::string, std::function<void()>> works;
    for (auto [width, batch] : {std::pair{16, 8}, std::pair{64, 64}, std::pair{256, 256}})
    {
        torch::nn::Sequential f(torch::nn::Linear(width, 4 * width), torch::nn::GELU(), torch::nn::Linear(4 * width, width));
        auto h = torch::randn({batch, width});
        works["infer_" + std::to_string(width)] = [f, h]() mutable
        {
            torch::NoGradGuard off;
            loop(f, h);
        };
    }

    std::cout << "C++ on libtorch " << TORCH_VERSION << "\t";
    for (auto const &work : works)
        std::cout << work.first << (work.first == works.rbegin()->first ? "" : " ");
    std::cout << std::endl;

    std::string name;
    for (int runs; std::cin >> name >> runs;)
    {
        auto const &work = works.at(name);
        auto const start = std::chrono::steady_clock::now();
        for (int i = 0; i < runs; ++i)
            work();
        std::cout << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << std::endl;
    }
}
