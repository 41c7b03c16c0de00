"""What is true: a 专项行动 with its towns, departments, tasks, quotas and documents, all frozen."""
